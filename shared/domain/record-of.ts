import type { z } from 'zod';
import { answerSchema } from './answer.ts';
import { attachmentSchema } from './attachment.ts';
import { caseSchema } from './case.ts';
import { customerSchema } from './customer.ts';
import { feedbackSchema } from './feedback.ts';
import { linkSchema } from './link.ts';
import { mentorshipSchema } from './mentorship.ts';
import { noteSchema } from './note.ts';
import { personSchema } from './person.ts';
import { playbookSchema } from './playbook.ts';
import { questionSchema } from './question.ts';
import type { RecordKind } from './record.ts';
import { recordingSchema } from './recording.ts';
import { reviewSchema } from './review.ts';
import { sessionSchema } from './session.ts';
import { topicSchema } from './topic.ts';

/** The schema of each kind: what tables store, calls carry and packages hold. */
export const RECORD_SCHEMAS = {
  person: personSchema,
  mentorship: mentorshipSchema,
  session: sessionSchema,
  recording: recordingSchema,
  note: noteSchema,
  question: questionSchema,
  answer: answerSchema,
  case: caseSchema,
  customer: customerSchema,
  topic: topicSchema,
  playbook: playbookSchema,
  review: reviewSchema,
  feedback: feedbackSchema,
  link: linkSchema,
  attachment: attachmentSchema,
} as const satisfies Record<RecordKind, z.ZodObject>;

export type RecordOf<K extends RecordKind> = z.infer<(typeof RECORD_SCHEMAS)[K]>;
/** A record together with what it is. */
export type AnyRecord = { [K in RecordKind]: { readonly kind: K; readonly record: RecordOf<K> } }[RecordKind];
