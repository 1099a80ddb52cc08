import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { type Fields, lineSchema, longTextSchema, recordShape, titleSchema } from './record.ts';

export const topicSchema = z.strictObject({
  ...recordShape,
  name: titleSchema.min(1),
  /** The same topic in other languages, by language tag. */
  names: z.array(z.strictObject({ language: z.string().min(2).max(20), name: titleSchema })).max(20),
  synonyms: z.array(lineSchema).max(100),
  parentId: idSchema.nullable(),
  position: z.number(),
  ownerId: idSchema.nullable(),
  /** 1 = nice to have … 5 = the work stops without it. */
  criticality: z.int().min(1).max(5),
  about: longTextSchema,
});
export type Topic = z.infer<typeof topicSchema>;

/** What a new one holds before anybody fills it in. */
export const topicDefaults = {
  name: '',
  names: [],
  synonyms: [],
  parentId: null,
  position: 0,
  ownerId: null,
  criticality: 3,
  about: '',
} as const satisfies Fields<Topic>;

/** True when hanging `id` under `parentId` would make a circle. `parentOf` gives the present parent of a topic. */
export function wouldCircle(
  id: string,
  parentId: string | null,
  parentOf: (id: string) => string | null,
): boolean {
  const seen = new Set<string>();
  for (let at = parentId; at !== null; at = parentOf(at)) {
    if (at === id || seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
