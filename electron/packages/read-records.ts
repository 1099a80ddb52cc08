import { closeSync, openSync, readSync } from 'node:fs';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { type PackagedRecord, parseRecordLine } from '../../shared/package-format/record-line.ts';
import { jsonDepth } from '../../shared/package-format/stable-json.ts';
import { BadPackage } from './bad-package.ts';
import { LIMITS } from './limits.ts';

/** One line of records.jsonl, strictly. `number` counts from 1. Throws BadPackage. */
export function readRecordLine(line: Buffer, number: number): PackagedRecord {
  const where = `line ${number}`;
  const text = line.toString('utf8');
  // Bytes that are no UTF-8 would be replaced silently: text would be lost and the hash would still be right.
  if (Buffer.byteLength(text) !== line.length || !Buffer.from(text).equals(line))
    throw new BadPackage('record-invalid', `${where}: not UTF-8`);
  if (jsonDepth(text) > LIMITS.jsonDepth) throw new BadPackage('record-too-deep', where);
  let packaged: PackagedRecord;
  try {
    packaged = parseRecordLine(JSON.parse(text));
  } catch (error) {
    throw new BadPackage('record-invalid', `${where}: ${reasonOf(error)}`);
  }
  if (packaged.item.kind === 'note' && line.length > LIMITS.noteBytes)
    throw new BadPackage('record-too-large', where);
  return packaged;
}

function reasonOf(error: unknown): string {
  const issues = (error as { readonly issues?: readonly { path: PropertyKey[]; message: string }[] }).issues;
  const first = issues?.[0];
  if (first !== undefined) return `${first.path.map(String).join('.')}: ${first.message}`;
  return error instanceof Error ? error.message : String(error);
}

/** Cuts bytes into lines as they come. `end` gives the last one when it lacks its line break. */
export function lineCutter(onLine: (line: Buffer, number: number) => void): {
  readonly push: (chunk: Buffer) => void;
  readonly end: () => void;
} {
  let waiting: Buffer[] = [];
  let length = 0;
  let number = 0;
  const emit = (last: Buffer): void => {
    const line = waiting.length === 0 ? last : Buffer.concat([...waiting, last]);
    waiting = [];
    length = 0;
    number += 1;
    if (line.length > 0) onLine(line, number);
  };
  return {
    push: (chunk) => {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        emit(chunk.subarray(from, at));
        from = at + 1;
      }
      if (from === chunk.length) return;
      const rest = Buffer.from(chunk.subarray(from));
      waiting.push(rest);
      length += rest.length;
      if (length > LIMITS.recordBytes) throw new BadPackage('record-too-large', `line ${number + 1}`);
    },
    end: () => {
      if (length > 0) emit(Buffer.alloc(0));
    },
  };
}

/**
 * The records of a staged file, one at a time and without turns of the event loop: they are read inside a transaction.
 * Only for files that `checkPackage` staged: every line was read strictly on its way there, so it is not read so again.
 */
export function* eachStagedRecord(path: string): Generator<PackagedRecord> {
  const file = openSync(path, 'r');
  const found: PackagedRecord[] = [];
  const cutter = lineCutter((line) => {
    const { kind, record, history } = JSON.parse(line.toString('utf8'));
    found.push({ item: { kind, record } as AnyRecord, history });
  });
  try {
    const buffer = Buffer.alloc(1024 * 1024);
    for (let bytes = readSync(file, buffer); bytes > 0; bytes = readSync(file, buffer)) {
      cutter.push(buffer.subarray(0, bytes));
      yield* found.splice(0);
    }
    cutter.end();
    yield* found.splice(0);
  } finally {
    closeSync(file);
  }
}
