import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { documentSchema, EMPTY_DOCUMENT } from '../richtext/document.ts';
import {
  audienceSchema,
  confidenceSchema,
  type Fields,
  languageSchema,
  lineSchema,
  recordShape,
  tagsSchema,
  titleSchema,
  topicIdsSchema,
} from './record.ts';

export const NOTE_KINDS = [
  'judgement',
  'story',
  'procedure',
  'decision-guide',
  'script',
  'concept',
  'warning',
  'reference',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const noteSchema = z.strictObject({
  ...recordShape,
  title: titleSchema,
  kind: z.enum(NOTE_KINDS),
  document: documentSchema,
  language: languageSchema,
  topicIds: topicIdsSchema,
  authorId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
  audience: audienceSchema,
  confidence: confidenceSchema,
  tags: tagsSchema,
  /** Where an imported note came from and what it was called there: makes re-import an update. Empty for own notes. */
  source: lineSchema,
  externalId: lineSchema,
});
export type Note = z.infer<typeof noteSchema>;

/** What a new one holds before anybody fills it in. */
export const noteDefaults = {
  title: '',
  kind: 'concept',
  document: EMPTY_DOCUMENT,
  language: '',
  topicIds: [],
  authorId: null,
  sessionId: null,
  audience: 'team',
  confidence: 'draft',
  tags: [],
  source: '',
  externalId: '',
} as const satisfies Fields<Note>;
