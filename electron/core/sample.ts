import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordKind } from '../../shared/domain/record.ts';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { RECORD_SCHEMAS } from '../../shared/domain/record-of.ts';
import type { UiLanguage } from '../../shared/domain/settings.ts';
import type { WriteDb } from '../data/handle.ts';
import { itemOf, saveRecord } from '../data/records.ts';

// The sample lies in resources as plain lines of records, dated around one day. They are moved to today, so that
// today's session is today's and the person who leaves is about to leave.

const FILES: readonly (readonly [RecordKind, string])[] = [
  ['person', 'people'],
  ['topic', 'topics'],
  ['customer', 'customers'],
  ['mentorship', 'mentorships'],
  ['session', 'sessions'],
  ['question', 'questions'],
  ['answer', 'answers'],
  ['note', 'notes'],
  ['case', 'cases'],
  ['playbook', 'playbooks'],
  ['link', 'links'],
  ['review', 'reviews'],
  ['feedback', 'feedback'],
];
const DAY_MS = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/;

export type Sample = {
  readonly names: Readonly<Record<UiLanguage, string>>;
  readonly meId: string;
  readonly anchorDay: string;
  readonly items: readonly AnyRecord[];
};

export function readSample(resourcesDir: string): Sample {
  const folder = join(resourcesDir, 'sample');
  const about = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')) as Omit<Sample, 'items'>;
  const items = FILES.flatMap(([kind, file]) =>
    readFileSync(join(folder, `${file}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => itemOf(kind, RECORD_SCHEMAS[kind].parse(JSON.parse(line)) as never)),
  );
  return { names: about.names, meId: about.meId, anchorDay: about.anchorDay, items };
}

/** Every text that is exactly a day or a time, moved by a number of whole days. Texts that merely mention a date stay. */
export function shiftDates<T>(value: T, days: number): T {
  if (typeof value === 'string') {
    if (!DATE.test(value)) return value;
    const moved = new Date(Date.parse(value) + days * DAY_MS).toISOString();
    return (value.length === 10 ? moved.slice(0, 10) : moved) as T;
  }
  if (Array.isArray(value)) return value.map((one) => shiftDates(one, days)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shiftDates(one, days)])) as T;
  }
  return value;
}

export function fillWithSample(db: WriteDb, sample: Sample, now: string): void {
  const days = Math.round((Date.parse(now.slice(0, 10)) - Date.parse(sample.anchorDay)) / DAY_MS);
  for (const item of sample.items) {
    // A fresh library: every record is at its first version, and what is published is that one.
    const published = 'publishedVersion' in item.record && item.record.publishedVersion !== null;
    const record = {
      ...shiftDates(item.record, days),
      version: 1,
      ...(published ? { publishedVersion: 1 } : {}),
    };
    saveRecord(db, null, itemOf(item.kind, record as never), {
      makeId: randomUUID,
      authorId: item.record.createdBy,
      reason: 'created',
    });
  }
}
