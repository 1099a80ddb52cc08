import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isId } from '../../../shared/base/ids.ts';
import { sha256Schema } from '../../../shared/domain/attachment.ts';
import { JSON_FORMAT, JSON_FORMAT_VERSION } from '../../../shared/domain/documents-json.ts';
import { lineSchema } from '../../../shared/domain/record.ts';
import { BadFile } from '../bad-file.ts';
import type { RejectionReason } from '../case-reading.ts';
import { LARGEST } from './formats.ts';
import type { SetPart, SplitSet } from './parsed-note.ts';
import { readSource, type SourceFile } from './source-file.ts';

// The JSON that our own export writes holds many notes. It is read once and cut into one small file a note, so that from
// there on each is read like any other file: on any thread, in its own time, its faults its own.

const HEAD = 4_096;

/** True when the file says that it is one of ours. `alone`: also when it says that it is of another program. */
export function isOurJson(file: SourceFile, alone: boolean): boolean {
  let head: string;
  try {
    head = readSource(file, HEAD).bytes.toString('utf8');
  } catch {
    // What is wrong with it is said when it is read.
    return false;
  }
  const [, format] = /^\ufeff?\s*\{\s*"format"\s*:\s*"([^"]{0,100})"/.exec(head) ?? [];
  return format === JSON_FORMAT || (alone && format !== undefined);
}

const topSchema = z.strictObject({
  format: z.literal(JSON_FORMAT),
  formatVersion: z.literal(JSON_FORMAT_VERSION),
  title: z.string(),
  documents: z.array(z.unknown()).max(100_000),
  files: z.array(z.unknown()).max(500_000),
});

/** A file beside the JSON as it is written there. */
export const jsonFileSchema = z.strictObject({
  attachmentId: z.string().refine(isId),
  sha256: sha256Schema,
  extension: z.string().max(8),
  mime: z.string().max(120),
  bytes: z.int().min(0),
  fileName: lineSchema,
  altText: lineSchema,
  path: z.string().max(2_000),
});
export type JsonFile = z.infer<typeof jsonFileSchema>;

/** Throws BadFile for a file that is none of ours, newer than we are, or too large. */
export function splitJson(file: SourceFile, index: number, folder: string): SplitSet {
  const { documents, files } = topOf(file);
  const problems: { reason: RejectionReason; detail: string }[] = [];
  const byId = new Map<string, JsonFile>();
  files.forEach((one, at) => {
    const parsed = jsonFileSchema.safeParse(one);
    if (parsed.success) byId.set(parsed.data.attachmentId, parsed.data);
    else problems.push({ reason: 'not-ours', detail: `files[${at}]` });
  });
  const path = join(folder, `set-${index}`);
  const parts: SetPart[] = [];
  const out = openSync(path, 'w', 0o600);
  let from = 0;
  try {
    documents.forEach((one, at) => {
      const head = headOf(one);
      if (head === null) {
        problems.push({ reason: 'not-ours', detail: `documents[${at}]` });
        return;
      }
      let text: string;
      try {
        text = JSON.stringify(one);
      } catch (error) {
        // Things in each other beyond the stack; nothing else makes JSON fail that was JSON.
        if (!(error instanceof RangeError)) throw error;
        problems.push({ reason: 'too-deep', detail: `documents[${at}]` });
        return;
      }
      const shown = [...text.matchAll(/"attachmentId":"([\da-f-]{36})"/g)].flatMap(([, id]) => {
        const known = byId.get(id ?? '');
        return known === undefined ? [] : [known];
      });
      const bytes = Buffer.from(
        `{"document":${text},"files":${JSON.stringify([...new Set(shown)])}}`,
        'utf8',
      );
      writeSync(out, bytes);
      parts.push({ ...head, from, bytes: bytes.length });
      from += bytes.length;
    });
  } finally {
    closeSync(out);
  }
  return { path, parts, problems };
}

function topOf(file: SourceFile): z.infer<typeof topSchema> {
  const { size } = readSource(file, 0);
  if (size > LARGEST.json) throw new BadFile('set-too-large', String(size));
  const { bytes } = readSource(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadFile('bad-encoding');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new BadFile('too-deep');
    throw new BadFile('bad-json');
  }
  const version: unknown = isObject(value) && value.format === JSON_FORMAT ? value.formatVersion : null;
  if (typeof version === 'number' && version > JSON_FORMAT_VERSION)
    throw new BadFile('newer-version', String(version));
  const parsed = topSchema.safeParse(value);
  if (!parsed.success) throw new BadFile('not-ours', placeOf(parsed.error));
  return parsed.data;
}

/** What a document is called, and which note it is; null for what is none. */
function headOf(one: unknown): Pick<SetPart, 'name' | 'title' | 'ownId'> | null {
  if (!isObject(one)) return null;
  const record = one.kind === 'note' ? one.note : one.kind === 'playbook' ? one : null;
  if (!isObject(record) || !isId(record.id) || typeof record.title !== 'string') return null;
  const title = record.title.toWellFormed().slice(0, 500);
  return { name: `${one.kind}-${record.id}`, title, ownId: one.kind === 'note' ? record.id : '' };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the first fault is, never what stood there. */
export const placeOf = (error: z.ZodError): string =>
  error.issues[0]?.path.map(String).join('.').slice(0, 200) ?? '';
