import { z } from 'zod';
import { daySchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import {
  audienceSchema,
  type Fields,
  languageSchema,
  lineSchema,
  longTextSchema,
  recordShape,
  tagsSchema,
  titleSchema,
} from './record.ts';

/** What a person is known to know. Level 1 = beginner … 5 = the one others ask. */
export const expertiseSchema = z.strictObject({
  topicId: idSchema,
  level: z.int().min(1).max(5),
  evidence: lineSchema,
});
export type Expertise = z.infer<typeof expertiseSchema>;

export const personSchema = z.strictObject({
  ...recordShape,
  name: titleSchema.min(1),
  role: lineSchema,
  team: lineSchema,
  languages: z.array(languageSchema).max(20),
  contact: lineSchema,
  about: longTextSchema,
  /** The planned last day at work: what the knowledge-loss radar counts down to. */
  lastDay: daySchema.nullable(),
  expertise: z.array(expertiseSchema).max(200),
  tags: tagsSchema,
  audience: audienceSchema,
});
export type Person = z.infer<typeof personSchema>;

/** What a new one holds before anybody fills it in. */
export const personDefaults = {
  name: '',
  role: '',
  team: '',
  languages: [],
  contact: '',
  about: '',
  lastDay: null,
  expertise: [],
  tags: [],
  audience: 'team',
} as const satisfies Fields<Person>;
