import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { audienceSchema, languageSchema, recordKindSchema } from '../domain/record.ts';

export const PACKAGE_FORMAT = 'heirloom-package';
/** Raised when a reader of the present version could misread a package. Adding an optional field does not raise it. */
export const PACKAGE_FORMAT_VERSION = 1;

/** What a package was made from. */
export const packageScopeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('playbook'), id: idSchema }),
  z.strictObject({ type: z.literal('topic'), id: idSchema }),
  z.strictObject({ type: z.literal('all') }),
]);
export type PackageScope = z.infer<typeof packageScopeSchema>;

/**
 * Why something stayed behind. `sensitive-field`: the record came along, some of its fields did not. `unreadable`: its text is
 * damaged or from a later Heirloom, and half of a text is worse than none.
 */
export const PACKAGE_LEFT_OUT_REASONS = [
  'audience',
  'binned',
  'not-selected',
  'missing',
  'sensitive-field',
  'unreadable',
] as const;
export const packageLeftOutSchema = z.strictObject({
  kind: recordKindSchema,
  id: idSchema,
  /** Empty where nothing in the package names the record: its title is then nobody's business. */
  title: z.string().max(2_000),
  reason: z.enum(PACKAGE_LEFT_OUT_REASONS),
});
export type PackageLeftOut = z.infer<typeof packageLeftOutSchema>;

export const packageManifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  formatVersion: z.literal(PACKAGE_FORMAT_VERSION),
  packageId: idSchema,
  /** Grows with every change of the content; sorts as text. */
  version: z.string().regex(/^[0-9A-Za-z.-]{1,60}$/),
  title: z.string().max(500),
  /** Newest change among the records, not the moment of writing: the same content must give the same bytes. */
  createdAt: timeSchema,
  languages: z.array(languageSchema).max(500),
  audience: audienceSchema,
  licence: z.string().max(500),
  scope: packageScopeSchema,
  /** The analyser that made the reader's index. */
  analyserVersion: z.int().min(0),
  records: z.int().min(0),
  counts: z.partialRecord(recordKindSchema, z.int().min(0)),
  media: z.strictObject({ files: z.int().min(0), bytes: z.int().min(0) }),
  leftOutCount: z.int().min(0),
  /** The first ones by kind and id; `leftOutCount` counts all. */
  leftOut: z.array(packageLeftOutSchema).max(20_000),
});
export type PackageManifest = z.infer<typeof packageManifestSchema>;

export type ReadManifest =
  | { readonly state: 'readable'; readonly manifest: PackageManifest }
  | { readonly state: 'too-new'; readonly version: number }
  | { readonly state: 'damaged'; readonly detail: string };

/** Reads a parsed manifest as the present version. Never throws and never guesses at a later version. */
export function readManifest(value: unknown): ReadManifest {
  const version =
    typeof value === 'object' && value !== null && 'formatVersion' in value ? value.formatVersion : undefined;
  if (typeof version === 'number' && version > PACKAGE_FORMAT_VERSION) return { state: 'too-new', version };
  const parsed = packageManifestSchema.safeParse(value);
  if (parsed.success) return { state: 'readable', manifest: parsed.data };
  const issue = parsed.error.issues[0];
  return {
    state: 'damaged',
    detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a manifest'}`,
  };
}
