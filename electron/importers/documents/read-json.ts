import { z } from 'zod';
import { timeSchema } from '../../../shared/base/clock.ts';
import { idSchema } from '../../../shared/base/ids.ts';
import { noteSchema } from '../../../shared/domain/note.ts';
import {
  audienceSchema,
  confidenceSchema,
  languageSchema,
  tagsSchema,
  titleSchema,
} from '../../../shared/domain/record.ts';
import {
  type Block,
  DOCUMENT_VERSION,
  documentSchema,
  type Inline,
  type RichText,
} from '../../../shared/richtext/document.ts';
import { mapLines } from '../../../shared/richtext/walk.ts';
import { BadFile } from '../bad-file.ts';
import { NO_FACTS, type OwnFacts } from '../own-facts.ts';
import { jsonFileSchema, placeOf } from './json-set.ts';
import type { ReadContent, ReadContext } from './read-content.ts';
import { readSource, type SourceFile } from './source-file.ts';

const namesSchema = z.array(titleSchema).max(50);
const noteEntrySchema = z.strictObject({
  kind: z.literal('note'),
  topics: namesSchema,
  author: titleSchema,
  note: noteSchema,
});
const playbookEntrySchema = z.strictObject({
  id: idSchema,
  kind: z.literal('playbook'),
  noteKind: z.null(),
  title: titleSchema,
  document: documentSchema,
  language: languageSchema,
  tags: tagsSchema,
  topics: namesSchema,
  author: titleSchema,
  confidence: confidenceSchema,
  audience: audienceSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
  note: z.null(),
});
const partSchema = z.strictObject({
  document: z.discriminatedUnion('kind', [noteEntrySchema, playbookEntrySchema]),
  files: z.array(jsonFileSchema),
});
type Part = z.infer<typeof partSchema>;

/**
 * One note of our own JSON, held to the letter to what a note may be: a block nobody knows, a link that could run, a
 * field too much, and nothing of it is taken. Throws BadFile `not-ours`, or `newer-version` for a text of a later
 * Heirloom.
 */
export function readJson(file: SourceFile, context: ReadContext): ReadContent {
  const { document: entry, files } = partOf(file);
  const { shown } = context;
  for (const one of files) shown.takeOwn(one);
  const known = new Set(files.map(({ attachmentId }) => attachmentId));
  const document = entry.kind === 'note' ? entry.note.document : entry.document;
  const blocks = withOwnIds(document, context).map((block) => {
    if ('attachmentId' in block && !known.has(block.attachmentId)) shown.takeAbsent(block.attachmentId, '');
    return withNotesOfHere(block, context);
  });
  const { language, tags, title } = entry.kind === 'note' ? entry.note : entry;
  return {
    blocks,
    title,
    language,
    topics: entry.topics,
    tags,
    own: factsOf(entry),
    simplified: {},
    links: { resolved: 0, unresolved: 0 },
  };
}

function partOf(file: SourceFile): Part {
  // Half a sign, which JSON can write and no text may hold, becomes the sign for what cannot be read.
  const value: unknown = JSON.parse(readSource(file).bytes.toString('utf8'), (_key, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed() : one,
  );
  const parsed = partSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const version = versionIn(value);
  if (version > DOCUMENT_VERSION) throw new BadFile('newer-version', String(version));
  throw new BadFile('not-ours', placeOf(parsed.error));
}

const versionSchema = z.object({ version: z.number() });
const looseSchema = z.object({
  document: z.object({
    note: z.object({ document: versionSchema }).nullish(),
    document: versionSchema.optional(),
  }),
});

function versionIn(value: unknown): number {
  const { data } = looseSchema.safeParse(value);
  return data?.document.note?.document.version ?? data?.document.document?.version ?? 0;
}

/**
 * `version`, `createdBy` and `deletedAt` are left where they were: versions are counted by saves here, and what was
 * exported was in no bin. `source` and `externalId` become those of this import: taken over, they would let a file pass
 * for the note of another import, which its next run would then overwrite. The author and the topics are found by
 * name, with the id deciding between two of a name; a session only counts where it is known.
 */
function factsOf(entry: Part['document']): OwnFacts {
  const { author } = entry;
  if (entry.kind === 'playbook') {
    const { confidence, audience, createdAt, updatedAt } = entry;
    return { ...NO_FACTS, kind: 'procedure', confidence, audience, author, createdAt, updatedAt };
  }
  const { id, kind, confidence, audience, createdAt, updatedAt, authorId, topicIds, sessionId } = entry.note;
  return { id, kind, confidence, audience, author, createdAt, updatedAt, authorId, topicIds, sessionId };
}

/** Ids within a document are its own; the second of two alike gets a new one, or both would be one block. */
function withOwnIds(document: RichText, { makeBlockId }: ReadContext): Block[] {
  const seen = new Set<string>();
  return document.blocks.map((block) => {
    if (!seen.has(block.id)) {
      seen.add(block.id);
      return block;
    }
    return { ...block, id: makeBlockId() };
  });
}

/** Mentions and cards of notes that have another id here lead there. */
function withNotesOfHere(block: Block, { targets }: ReadContext): Block {
  const line = (children: readonly Inline[]): Inline[] =>
    children.map((child) =>
      !('text' in child) && child.type === 'mention' && child.kind === 'note'
        ? { ...child, id: targets.noteId(child.id) }
        : child,
    );
  const mapped = mapLines(block, line);
  return mapped.type === 'record' && mapped.kind === 'note'
    ? { ...mapped, recordId: targets.noteId(mapped.recordId) }
    : mapped;
}
