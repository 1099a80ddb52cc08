import type { Block } from '../../../shared/richtext/document.ts';
import type { Simplified } from '../../../shared/richtext/simplified.ts';
import type { OwnFacts } from '../own-facts.ts';
import type { LinkTargets } from './names.ts';
import type { ShownFiles } from './shown-files.ts';

/** What a reader of one format makes of a file. */
export type ReadContent = {
  readonly blocks: Block[];
  readonly title: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  /** What our own export says besides; null in files of others. */
  readonly own: OwnFacts | null;
  readonly simplified: Simplified;
  readonly links: { readonly resolved: number; readonly unresolved: number };
};
export type ReadContext = {
  readonly makeBlockId: () => string;
  readonly targets: LinkTargets;
  readonly shown: ShownFiles;
  /** A folder of ours, for this thread's own use. */
  readonly folder: string;
};

const NO_LINKS = { resolved: 0, unresolved: 0 } as const;

/** A text without anything but its blocks. */
export const plainContent = (blocks: Block[]): ReadContent => ({
  blocks,
  title: '',
  language: '',
  topics: [],
  tags: [],
  own: null,
  simplified: {},
  links: NO_LINKS,
});
