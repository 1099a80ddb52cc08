import type { RecordKind } from '../../shared/domain/record.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { checkDocument } from '../../shared/richtext/upgrade.ts';

// What the history shows of a record, and what bringing back an old version brings back: the same fields, so that nobody
// restores what they did not see. Everything is shown as a document, so that one view compares it all.

type FieldKind =
  /** One line or many of plain text. */
  | 'text'
  | 'document'
  /** Texts, one a line. */
  | 'list'
  /** Lines with a box to tick. */
  | 'items'
  /** Sections of steps. */
  | 'sections';

const FIELDS = {
  note: { title: 'text', document: 'document' },
  question: { title: 'text', document: 'document' },
  answer: { document: 'document' },
  session: { title: 'text', agenda: 'items', notes: 'document', actions: 'items', reflection: 'text' },
  playbook: { title: 'text', summary: 'text', prerequisites: 'list', sections: 'sections' },
  person: { name: 'text', role: 'text', team: 'text', contact: 'text', about: 'text' },
  topic: { name: 'text', synonyms: 'list', about: 'text' },
  mentorship: { title: 'text', goals: 'items', agreement: 'text', cadence: 'text' },
  case: {
    title: 'text',
    description: 'text',
    resolution: 'text',
    status: 'text',
    priority: 'text',
    product: 'text',
    channel: 'text',
    customerName: 'text',
    openedAt: 'text',
    closedAt: 'text',
    tags: 'list',
  },
} as const satisfies Partial<Record<RecordKind, Record<string, FieldKind>>>;

/** What goes with a field that is shown: the customer's name stands for who it is. */
const ALONG: Partial<Record<keyof typeof FIELDS, readonly string[]>> = { case: ['customerId'] };

export type HistoryKind = keyof typeof FIELDS;
type FieldOf<K extends HistoryKind> = K extends HistoryKind ? keyof (typeof FIELDS)[K] & string : never;
/** Keys of the catalogue: `history:field.<name>`. */
export type FieldName = FieldOf<HistoryKind>;

/** One field of an old version. `raw` is set instead where its text cannot be read. */
export interface HistoryField {
  readonly name: FieldName;
  readonly document: RichText;
  readonly raw: string | null;
  readonly newerVersion: number | null;
}

const EMPTY: RichText = { version: 1, blocks: [] };

/** The fields of a version as documents. `record` is JSON of then: what is not there any more reads as empty. */
export function historyFields(kind: HistoryKind, record: unknown): HistoryField[] {
  const values = (typeof record === 'object' && record !== null ? record : {}) as Record<string, unknown>;
  return Object.entries(FIELDS[kind] as Record<string, FieldKind>).map(([name, as]) => {
    const value = values[name];
    const field = { name: name as FieldName, document: EMPTY, raw: null, newerVersion: null };
    if (as !== 'document') return { ...field, document: documentOf(as, value) };
    if (value === undefined || value === null) return field;
    const read = checkDocument(value);
    if (read.state === 'readable') return { ...field, document: read.document };
    return {
      ...field,
      raw: typeof value === 'string' ? value : JSON.stringify(value),
      newerVersion: read.state === 'too-new' ? read.version : null,
    };
  });
}

/** The fields as a save sends them; those that cannot be read are left as they stand now. */
export function restorable(kind: HistoryKind, record: unknown): Record<string, unknown> {
  const values = (typeof record === 'object' && record !== null ? record : {}) as Record<string, unknown>;
  const unreadable = new Set(
    historyFields(kind, record).flatMap(({ name, raw }) => (raw === null ? [] : [name])),
  );
  return Object.fromEntries(
    [...Object.keys(FIELDS[kind]), ...(ALONG[kind] ?? [])]
      .filter((name) => name in values && !unreadable.has(name as FieldName))
      .map((name) => [name, values[name]]),
  );
}

/** All of it as plain text, to copy. */
export const historyText = (fields: readonly HistoryField[]): string =>
  fields
    .map(({ document, raw }) => raw ?? plainText(document))
    .filter((text) => text.trim() !== '')
    .join('\n\n');

function documentOf(as: Exclude<FieldKind, 'document'>, value: unknown): RichText {
  const blocks =
    as === 'text'
      ? String(value ?? '')
          .split('\n')
          .map((line, at) => paragraph(`line-${at}`, line))
      : !Array.isArray(value)
        ? []
        : as === 'list'
          ? value.map((line, at) => paragraph(`line-${at}`, String(line)))
          : as === 'items'
            ? value.map((item: Item) => tickable(item))
            : value.flatMap((section: Section) => sectionBlocks(section));
  return { version: 2, blocks: blocks.length === 1 && isEmpty(blocks[0]) ? [] : blocks };
}

const isEmpty = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.children.length === 0;

type Item = { readonly id?: unknown; readonly text?: unknown; readonly done?: unknown };
type Section = { readonly id?: unknown; readonly title?: unknown; readonly steps?: unknown };
type Step = { readonly id?: unknown; readonly title?: unknown; readonly document?: unknown };

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  children: text === '' ? [] : [{ text }],
});

const tickable = ({ id, text, done }: Item): Block => ({
  id: `item-${String(id)}`,
  type: 'list-item',
  style: 'check',
  depth: 0,
  ...(done === true ? { checked: true } : {}),
  children: [{ text: String(text ?? '') }],
});

/** A section is its title and, for each step, the step's title and text; ids of blocks are only unique within their step. */
function sectionBlocks({ id, title, steps }: Section): Block[] {
  const heading = (key: string, level: 2 | 3, text: unknown): Block => ({
    id: key,
    type: 'heading',
    level,
    children: [{ text: String(text ?? '') }],
  });
  return [
    heading(`section-${String(id)}`, 2, title),
    ...(Array.isArray(steps) ? (steps as Step[]) : []).flatMap((step): Block[] => {
      const read = checkDocument(step.document);
      const key = String(step.id);
      return [
        heading(`step-${key}`, 3, step.title),
        ...(read.state === 'readable'
          ? read.document.blocks.map((block) => ({ ...block, id: `${key} ${block.id}` }))
          : [
              {
                id: `${key} raw`,
                type: 'code',
                children: [{ text: JSON.stringify(step.document ?? null) }],
              } as Block,
            ]),
      ];
    }),
  ];
}
