import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { recordingSchema } from '../domain/recording.ts';
import { nounCalls } from './noun.ts';

export const recordingItemSchema = recordingSchema
  .omit({ markers: true, segments: true, consents: true, createdBy: true })
  .extend({ markerCount: z.int() });

export const recordings = nounCalls({
  record: recordingSchema,
  item: recordingItemSchema,
  filter: { sessionId: idSchema.optional() },
  sorts: ['createdAt', 'title'],
});
