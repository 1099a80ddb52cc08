import type { Block, RichText } from './document.ts';
import { blockText } from './plain-text.ts';
import { splitWords } from './words.ts';

/** The scripts Heirloom's languages are written in; `other` holds the rest and plain numbers. */
export const COUNTED_SCRIPTS = ['latin', 'arabic', 'thai', 'han', 'other'] as const;
export type CountedScript = (typeof COUNTED_SCRIPTS)[number];

export interface WordCount {
  readonly words: number;
  readonly byScript: Readonly<Record<CountedScript, number>>;
  /** Chinese is counted by characters where it is measured at all. */
  readonly hanCharacters: number;
  /** Minutes to read it through in silence, at least 1 for any text, 0 for none. */
  readonly minutes: number;
}

/** Words of some text, not yet put together: what one block brings. */
export type PartCount = { readonly [script in CountedScript]: number } & { readonly hanCharacters: number };

const SCRIPTS: readonly (readonly [CountedScript, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['han', /\p{Script=Han}/u],
];

/**
 * Words (Chinese: characters) a minute. English 228, Arabic script 138 (measured for Arabic), Chinese 255 characters:
 * Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New International Reading Speed
 * Texts IReST", IOVS 53 (2012). They measured neither Persian nor Thai: Persian is taken as Arabic, Thai and everything
 * else as the mean of their 17 languages, 184.
 */
const PER_MINUTE: Readonly<Record<CountedScript, number>> = {
  latin: 228,
  arabic: 138,
  thai: 184,
  han: 255,
  other: 184,
};

const counted = new WeakMap<Block, PartCount>();

/** The words of a text, by script. */
export function countText(text: string): PartCount {
  const count = { latin: 0, arabic: 0, thai: 0, han: 0, other: 0, hanCharacters: 0 };
  for (const part of splitWords(text)) {
    if (!part.isWord) continue;
    const script = SCRIPTS.find(([, pattern]) => pattern.test(part.text))?.[0] ?? 'other';
    count[script] += 1;
    if (script === 'han') count.hanCharacters += part.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  }
  return count;
}

/** The words of a block, counted once for it: a key then costs one block, however long the text is. */
export function countBlock(block: Block): PartCount {
  const known = counted.get(block);
  if (known) return known;
  const count = countText(blockText(block));
  counted.set(block, count);
  return count;
}

/** Whether the words of this block are known already: who counts many in small portions asks. */
export const isCounted = (block: Block): boolean => counted.has(block);

/** What the parts come to. */
export function sumCounts(parts: Iterable<PartCount>): WordCount {
  const byScript: Record<CountedScript, number> = { latin: 0, arabic: 0, thai: 0, han: 0, other: 0 };
  let hanCharacters = 0;
  for (const part of parts) {
    for (const script of COUNTED_SCRIPTS) byScript[script] += part[script];
    hanCharacters += part.hanCharacters;
  }
  const words = COUNTED_SCRIPTS.reduce((sum, script) => sum + byScript[script], 0);
  const minutes = COUNTED_SCRIPTS.reduce(
    (sum, script) => sum + (script === 'han' ? hanCharacters : byScript[script]) / PER_MINUTE[script],
    0,
  );
  return { words, byScript, hanCharacters, minutes: words === 0 ? 0 : Math.max(1, Math.round(minutes)) };
}

/** Counts the words of a document by script, and how long it takes to read. */
export const countWords = (document: RichText): WordCount => sumCounts(document.blocks.map(countBlock));
