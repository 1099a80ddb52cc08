import { z } from 'zod';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { RECORD_SCHEMAS } from '../../shared/domain/record-of.ts';
import { packageManifestSchema } from '../../shared/package-format/manifest.ts';
import { schemaPathOf } from '../../shared/package-format/paths.ts';

/** JSON Schema (2020-12) of every record kind and of the manifest, as payload path → text. */
export function packageSchemas(): readonly { readonly path: string; readonly text: string }[] {
  const write = (schema: z.core.$ZodType, title: string): string =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) }, null, 1)}\n`;
  return [
    ...RECORD_KINDS.map((kind) => ({ path: schemaPathOf(kind), text: write(RECORD_SCHEMAS[kind], kind) })),
    { path: schemaPathOf('manifest'), text: write(packageManifestSchema, 'manifest') },
  ];
}
