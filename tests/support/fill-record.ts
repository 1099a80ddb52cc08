import { z } from 'zod';
import { daySchema, timeSchema } from '../../shared/base/clock.ts';
import { blockIdSchema, idSchema } from '../../shared/base/ids.ts';
import { sha256Schema } from '../../shared/domain/attachment.ts';
import { languageSchema, type RecordKind } from '../../shared/domain/record.ts';
import { RECORD_SCHEMAS, type RecordOf } from '../../shared/domain/record-of.ts';
import { documentSchema, type RichText } from '../../shared/richtext/document.ts';

// A record with every field filled, made from its schema: a field added tomorrow is filled tomorrow, so tests that say
// "every field" keep meaning it.

export type Filler = {
  /** For every free text. `path` is like `goals.0.text`; cut to the limit of the field afterwards. */
  readonly text: (path: string) => string;
  /** For every id of a record. */
  readonly id: (path: string) => string;
};

export function filledDocument(filler: Filler, path: string): RichText {
  const text = { text: filler.text(`${path}.text`) };
  const mention = {
    type: 'mention' as const,
    kind: 'note' as const,
    id: filler.id(`${path}.mention`),
    label: filler.text(`${path}.label`).slice(0, 500),
    children: [],
  };
  return {
    version: 1,
    blocks: [
      { id: 'filled-1', type: 'heading', level: 2, children: [text] },
      {
        id: 'filled-2',
        type: 'paragraph',
        dir: 'rtl',
        children: [{ ...text, bold: true }, mention, { ...text, code: true }],
      },
      { id: 'filled-3', type: 'list-item', style: 'check', depth: 1, checked: true, children: [text] },
      {
        id: 'filled-4',
        type: 'code',
        language: filler.text(`${path}.language`).slice(0, 40),
        children: [text],
      },
      {
        id: 'filled-5',
        type: 'quote',
        children: [{ type: 'link', url: 'https://example.org/', children: [text] }],
      },
      { id: 'filled-6', type: 'divider', children: [] },
    ],
  };
}

/** Cuts to a limit without leaving half of a pair of surrogates behind, which no file could hold. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

function fill(schema: z.core.$ZodType, path: string, filler: Filler): unknown {
  if (schema === idSchema) return filler.id(path);
  if (schema === timeSchema) return '2026-01-02T03:04:05.678Z';
  if (schema === daySchema) return '2026-01-02';
  if (schema === languageSchema) return 'fa';
  if (schema === blockIdSchema) return 'block-filled';
  if (schema === sha256Schema) return 'a'.repeat(64);
  if (schema === documentSchema) return filledDocument(filler, path);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return fill(schema.unwrap() as z.core.$ZodType, path, filler);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, inner]) => [
        key,
        fill(inner as z.core.$ZodType, `${path}.${key}`, filler),
      ]),
    );
  if (schema instanceof z.ZodArray) return [fill(schema.element as z.core.$ZodType, `${path}.0`, filler)];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return Math.max(1, schema.minValue ?? 1);
  if (schema instanceof z.ZodString) {
    if (path.endsWith('.extension')) return 'bin';
    return cut(filler.text(path), schema.maxLength ?? 1_000).padEnd(schema.minLength ?? 0, 'x');
  }
  throw new Error(`no way to fill ${path}`);
}

export function fillRecord<K extends RecordKind>(
  kind: K,
  filler: Filler,
  fields: Partial<RecordOf<K>> = {},
): RecordOf<K> {
  const filled = fill(RECORD_SCHEMAS[kind], kind, filler) as Record<string, unknown>;
  return RECORD_SCHEMAS[kind].parse({ ...filled, version: 1, deletedAt: null, ...fields }) as RecordOf<K>;
}
