import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { NOTE_KINDS, noteSchema } from '../domain/note.ts';
import { audienceSchema, confidenceSchema, languageSchema } from '../domain/record.ts';
import { excerptSchema, nounCalls } from './noun.ts';

export const noteItemSchema = noteSchema
  .omit({ document: true, createdBy: true })
  .extend({ excerpt: excerptSchema });
export type NoteItem = z.infer<typeof noteItemSchema>;

export const notes = nounCalls({
  record: noteSchema,
  item: noteItemSchema,
  filter: {
    kind: z.enum(NOTE_KINDS).optional(),
    topicId: idSchema.optional(),
    authorId: idSchema.optional(),
    sessionId: idSchema.optional(),
    language: languageSchema.optional(),
    confidence: confidenceSchema.optional(),
    audience: audienceSchema.optional(),
    tag: z.string().max(80).optional(),
  },
  sorts: ['updatedAt', 'createdAt', 'title'],
});
