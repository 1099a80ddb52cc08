import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import {
  audienceSchema,
  type Fields,
  lineSchema,
  longTextSchema,
  recordShape,
  titleSchema,
} from './record.ts';

/** A moment someone marked: seconds from the start of the recording. */
export const markerSchema = z.strictObject({
  id: z.string().min(1).max(40),
  at: z.number().min(0),
  label: lineSchema,
});

/** A stretch of transcript; `start` and `end` in seconds from the start of the recording. */
export const segmentSchema = z.strictObject({
  id: z.string().min(1).max(40),
  start: z.number().min(0),
  end: z.number().min(0),
  speakerId: idSchema.nullable(),
  text: longTextSchema,
});

export const consentSchema = z.strictObject({ personId: idSchema, given: z.boolean() });

export const recordingSchema = z.strictObject({
  ...recordShape,
  sessionId: idSchema,
  title: titleSchema,
  attachmentId: idSchema.nullable(),
  durationSeconds: z.number().min(0),
  consents: z.array(consentSchema).max(100),
  markers: z.array(markerSchema).max(10_000),
  segments: z.array(segmentSchema).max(50_000),
  audience: audienceSchema,
});
export type Recording = z.infer<typeof recordingSchema>;

/** What a new one holds before anybody fills it in. */
export const recordingDefaults = {
  sessionId: '',
  title: '',
  attachmentId: null,
  durationSeconds: 0,
  consents: [],
  markers: [],
  segments: [],
  audience: 'team',
} as const satisfies Fields<Recording>;
