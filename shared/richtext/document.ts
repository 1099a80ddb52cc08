import { z } from 'zod';
import { blockIdSchema, idSchema } from '../base/ids.ts';

// The stored document. Everything a person writes at length is one of these: a version and a flat-ish list of
// blocks, each with an id that never changes, so that a block can be cited, linked, merged and corrected.
// A reader that meets a higher version must not guess: it shows the raw text read-only.

export const DOCUMENT_VERSION = 1;

/** Most blocks in one document, nested ones included. */
export const MAX_BLOCKS = 20_000;

const directionSchema = z.enum(['ltr', 'rtl']);

const markShape = {
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  code: z.literal(true).optional(),
  highlight: z.literal(true).optional(),
  sub: z.literal(true).optional(),
  sup: z.literal(true).optional(),
};

export const textSchema = z.strictObject({ text: z.string(), ...markShape });
export type Text = z.infer<typeof textSchema>;
export type Mark = Exclude<keyof Text, 'text'>;
export const MARKS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'highlight',
  'sub',
  'sup',
] as const satisfies readonly Mark[];

/** Only these may ever become a link; `javascript:` and `data:` are the attack this list is for. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(url) && !/\p{Cc}/u.test(url);
}

const linkSchema = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(4096).refine(isSafeUrl),
  children: z.array(textSchema),
});

/** What a mention may point at. */
export const MENTION_KINDS = [
  'person',
  'mentorship',
  'session',
  'note',
  'question',
  'answer',
  'case',
  'customer',
  'topic',
  'playbook',
] as const;

/** A live reference inside a line. `label` is what it was called when written: shown when the target stayed behind. */
const mentionSchema = z.strictObject({
  type: z.literal('mention'),
  kind: z.enum(MENTION_KINDS),
  id: idSchema,
  label: z.string().max(500),
  children: z.array(textSchema),
});

export const inlineSchema = z.union([textSchema, linkSchema, mentionSchema]);
export type Inline = z.infer<typeof inlineSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Mention = z.infer<typeof mentionSchema>;

const base = { id: blockIdSchema, dir: directionSchema.optional() };
const inlines = z.array(inlineSchema);

const paragraph = z.strictObject({ ...base, type: z.literal('paragraph'), children: inlines });
const heading = z.strictObject({
  ...base,
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  children: inlines,
});
const code = z.strictObject({
  ...base,
  type: z.literal('code'),
  language: z.string().max(40).optional(),
  children: z.array(textSchema),
});

// Lists are flat items with a depth, not nested lists: moving, merging and drag and drop stay operations on one block,
// and neighbours of different direction can share a list.
const listItem = z.strictObject({
  ...base,
  type: z.literal('list-item'),
  style: z.enum(['bullet', 'number', 'check']),
  depth: z.int().min(0).max(8),
  checked: z.boolean().optional(),
  children: inlines,
});
const quote = z.strictObject({ ...base, type: z.literal('quote'), children: inlines });
const divider = z.strictObject({ ...base, type: z.literal('divider'), children: z.array(textSchema) });

export const blockSchema = z.discriminatedUnion('type', [paragraph, heading, code, listItem, quote, divider]);
export type Block = z.infer<typeof blockSchema>;
export type BlockType = Block['type'];

export const documentSchema = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  blocks: z.array(blockSchema).max(MAX_BLOCKS),
});
export type RichText = z.infer<typeof documentSchema>;

export const EMPTY_DOCUMENT: RichText = { version: DOCUMENT_VERSION, blocks: [] };
