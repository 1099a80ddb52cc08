import { z } from 'zod';
import {
  audienceSchema,
  type Fields,
  lineSchema,
  longTextSchema,
  recordShape,
  tagsSchema,
  titleSchema,
} from './record.ts';

export const PREFERENCE_AREAS = ['invoice', 'order', 'delivery', 'service', 'support'] as const;

export const customerSchema = z.strictObject({
  ...recordShape,
  name: titleSchema.min(1),
  about: longTextSchema,
  preferences: z.array(z.strictObject({ area: z.enum(PREFERENCE_AREAS), text: lineSchema })).max(50),
  contacts: z.array(z.strictObject({ name: lineSchema, role: lineSchema, contact: lineSchema })).max(100),
  environment: longTextSchema,
  /** Names of the fields above that must not leave the library. */
  sensitiveFields: z.array(z.string().max(80)).max(50),
  tags: tagsSchema,
  audience: audienceSchema,
});
export type Customer = z.infer<typeof customerSchema>;

/** What a new one holds before anybody fills it in. */
export const customerDefaults = {
  name: '',
  about: '',
  preferences: [],
  contacts: [],
  environment: '',
  sensitiveFields: [],
  tags: [],
  audience: 'private',
} as const satisfies Fields<Customer>;
