import { z } from 'zod';
import { idSchema } from '../base/ids.ts';

// What stands inside a line: runs of text with marks, links, and mentions of records.

const markShape = {
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  code: z.literal(true).optional(),
  highlight: z.literal(true).optional(),
  sub: z.literal(true).optional(),
  sup: z.literal(true).optional(),
};

export const textSchema = z.strictObject({ text: z.string(), ...markShape });
export type Text = z.infer<typeof textSchema>;
export type Mark = Exclude<keyof Text, 'text'>;
export const MARKS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'highlight',
  'sub',
  'sup',
] as const satisfies readonly Mark[];

/** Only these may ever become a link; `javascript:` and `data:` are the attack this list is for. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(url) && !/\p{Cc}/u.test(url);
}

const linkSchema = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(4096).refine(isSafeUrl),
  children: z.array(textSchema),
});

/** What a mention may point at. */
export const MENTION_KINDS = [
  'person',
  'mentorship',
  'session',
  'note',
  'question',
  'answer',
  'case',
  'customer',
  'topic',
  'playbook',
] as const;

/** A live reference inside a line. `label` is what it was called when written: shown when the target stayed behind. */
const mentionSchema = z.strictObject({
  type: z.literal('mention'),
  kind: z.enum(MENTION_KINDS),
  id: idSchema,
  label: z.string().max(500),
  children: z.array(textSchema),
});

export const inlineSchema = z.union([textSchema, linkSchema, mentionSchema]);
export type Inline = z.infer<typeof inlineSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Mention = z.infer<typeof mentionSchema>;
