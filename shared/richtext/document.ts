import { z } from 'zod';
import { blockIdSchema, idSchema } from '../base/ids.ts';
import {
  attachmentShape,
  calloutToneSchema,
  cellSchema,
  decisionPartSchema,
  judgementPartSchema,
  MAX_CELLS,
  MAX_ROWS,
} from './block-parts.ts';
import { inlineSchema, MENTION_KINDS, textSchema } from './inline.ts';
import { knownBlock } from './known-blocks.ts';

export {
  type Inline,
  isSafeUrl,
  type Link,
  MARKS,
  type Mark,
  MENTION_KINDS,
  type Mention,
  type Text,
} from './inline.ts';

// The stored document. Everything a person writes at length is one of these: a version and a flat list of
// blocks, each with an id that never changes, so that a block can be cited, linked, merged and corrected.
// A reader that meets a higher version must not guess: it shows the raw text read-only.

/** The newest version there is. A document carries the lowest that can hold it (see `canonicalDocument`). */
export const DOCUMENT_VERSION = 2;

/** Most blocks in one document. */
export const MAX_BLOCKS = 20_000;

/** Highest number a list can be told to start at: what Markdown allows, nine digits. */
export const MAX_LIST_START = 999_999_999;

const directionSchema = z.enum(['ltr', 'rtl']);
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
  /** Since version 2: the number a numbered item shows in place of the next one; the items below it count on from there. */
  start: z.int().min(1).max(MAX_LIST_START).optional(),
  children: inlines,
});
const quote = z.strictObject({ ...base, type: z.literal('quote'), children: inlines });
const divider = z.strictObject({ ...base, type: z.literal('divider'), children: z.array(textSchema) });

// Since version 2.
const callout = z.strictObject({
  ...base,
  type: z.literal('callout'),
  tone: calloutToneSchema,
  children: inlines,
});
/** `width` in percent of the text's own width; `pixels` as stored, so that a page does not jump while the picture loads. */
const image = z.strictObject({
  ...base,
  type: z.literal('image'),
  ...attachmentShape,
  alt: z.string().max(2000),
  width: z.int().min(10).max(100).optional(),
  pixels: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).optional(),
  children: inlines,
});
const file = z.strictObject({
  ...base,
  type: z.literal('file'),
  ...attachmentShape,
  bytes: z.int().min(0),
  children: inlines,
});
const audio = z.strictObject({ ...base, type: z.literal('audio'), ...attachmentShape, children: inlines });
/** A record shown as a card of its own; `label` is what it was called when put in, shown when it stayed behind. */
const record = z.strictObject({
  ...base,
  type: z.literal('record'),
  kind: z.enum(MENTION_KINDS),
  recordId: idSchema,
  label: z.string().max(500),
  children: z.array(textSchema),
});
const table = z.strictObject({
  ...base,
  type: z.literal('table'),
  /** The first row names the columns. */
  header: z.boolean(),
  children: z
    .array(z.strictObject({ type: z.literal('row'), children: z.array(cellSchema).min(1).max(MAX_CELLS) }))
    .min(1)
    .max(MAX_ROWS),
});
/** What an expert knows without being able to say it, taken apart: five parts, always all and in this order. */
const judgement = z.strictObject({
  ...base,
  type: z.literal('judgement'),
  children: z.tuple([
    judgementPartSchema('cue'),
    judgementPartSchema('expectation'),
    judgementPartSchema('action'),
    judgementPartSchema('why'),
    judgementPartSchema('exceptions'),
  ]),
});
/** A question and its branches: `question`, then pairs of `when` and `then`, at least one. */
const decision = z.strictObject({
  ...base,
  type: z.literal('decision'),
  children: z
    .array(decisionPartSchema)
    .min(3)
    .max(201)
    .refine(
      (parts) => parts.every(({ part }, index) => part === decisionPartAt(index)) && parts.length % 2 === 1,
    ),
});

/** Which part of a decision stands at `index`. */
export const decisionPartAt = (index: number): 'question' | 'when' | 'then' =>
  index === 0 ? 'question' : index % 2 === 1 ? 'when' : 'then';

export const blockSchema = z.discriminatedUnion('type', [
  paragraph,
  heading,
  code,
  listItem,
  quote,
  divider,
  callout,
  image,
  file,
  audio,
  record,
  table,
  judgement,
  decision,
]);
export type Block = z.infer<typeof blockSchema>;

// A block that equals one the schema has accepted before is that one (see `known-blocks.ts`). Put in front of the schema's own
// `run` instead of around it as a transform: the schema stays one that JSON Schema can be made from.
const checkBlock = blockSchema._zod.run;
blockSchema._zod.run = (payload, context) => {
  const known = knownBlock(payload.value);
  if (known === undefined) return checkBlock(payload, context);
  payload.value = known;
  return payload as ReturnType<typeof checkBlock>;
};

export type BlockType = Block['type'];
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;

/** The block types a version 1 document may hold. */
export const FIRST_BLOCK_TYPES: ReadonlySet<BlockType> = new Set<BlockType>([
  'paragraph',
  'heading',
  'code',
  'list-item',
  'quote',
  'divider',
]);

export const documentSchema = z
  .strictObject({
    version: z.union([z.literal(1), z.literal(2)]),
    blocks: z.array(blockSchema).max(MAX_BLOCKS),
  })
  .refine(({ version, blocks }) => version >= lowestVersion(blocks), {
    error: 'a document of version 1 holds what version 2 brought',
  });
export type RichText = z.infer<typeof documentSchema>;

/** The lowest version that knows all of these blocks: what an older Heirloom can read stays readable there. */
export function lowestVersion(blocks: readonly Block[]): 1 | 2 {
  return blocks.every(
    (block) => FIRST_BLOCK_TYPES.has(block.type) && (block.type !== 'list-item' || block.start === undefined),
  )
    ? 1
    : 2;
}

export const EMPTY_DOCUMENT: RichText = { version: 1, blocks: [] };
