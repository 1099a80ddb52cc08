import type { AnyRecord } from '../../shared/domain/record-of.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { prepared, type WriteDb } from './handle.ts';

// The tables that repeat parts of records for quick look-ups. Written with the record, in its transaction.

const BY_RECORD = ['tag_use', 'topic_use', 'mention'] as const;
const BY_PARENT = {
  person: [['expertise', 'person_id']],
  playbook: [
    ['playbook_section', 'playbook_id'],
    ['playbook_step', 'playbook_id'],
  ],
  recording: [
    ['marker', 'recording_id'],
    ['transcript_segment', 'recording_id'],
  ],
} as const satisfies Partial<Record<AnyRecord['kind'], readonly (readonly [string, string])[]>>;

/** Forgets everything derived from the record `id`. */
export function clearDerived(db: WriteDb, kind: AnyRecord['kind'], id: string): void {
  for (const table of BY_RECORD) prepared(db, `DELETE FROM ${table} WHERE record_id = ?`).run(id);
  const tables = BY_PARENT[kind as keyof typeof BY_PARENT] ?? [];
  for (const [table, column] of tables) prepared(db, `DELETE FROM ${table} WHERE ${column} = ?`).run(id);
}

/** Writes what follows from the record. Call `clearDerived` first when it replaces an older version. */
export function writeDerived(db: WriteDb, item: AnyRecord): void {
  const { kind, record } = item;
  if ('tags' in record) {
    for (const tag of record.tags) {
      prepared(db, 'INSERT OR IGNORE INTO tag (name) VALUES (?)').run(tag);
      prepared(db, 'INSERT OR IGNORE INTO tag_use (tag, kind, record_id) VALUES (?, ?, ?)').run(
        tag,
        kind,
        record.id,
      );
    }
  }
  if ('topicIds' in record) {
    const insert = prepared(
      db,
      'INSERT OR IGNORE INTO topic_use (topic_id, kind, record_id) VALUES (?, ?, ?)',
    );
    for (const topicId of record.topicIds) insert.run(topicId, kind, record.id);
  }
  for (const document of documentsOf(item)) writeMentions(db, item, document);
  if (kind === 'person') {
    const insert = prepared(
      db,
      'INSERT OR REPLACE INTO expertise (person_id, topic_id, level, evidence) VALUES (?, ?, ?, ?)',
    );
    for (const one of record.expertise) insert.run(record.id, one.topicId, one.level, one.evidence);
  }
  if (kind === 'playbook') writePlaybookParts(db, record);
  if (kind === 'recording') {
    const marker = prepared(
      db,
      'INSERT OR REPLACE INTO marker (recording_id, marker_id, at, label) VALUES (?, ?, ?, ?)',
    );
    for (const one of record.markers) marker.run(record.id, one.id, one.at, one.label);
    const segment = prepared(
      db,
      'INSERT OR REPLACE INTO transcript_segment (recording_id, segment_id, start_at, end_at, speaker_id, text) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const one of record.segments)
      segment.run(record.id, one.id, one.start, one.end, one.speakerId, one.text);
  }
}

/** Every rich text a record holds. */
export function documentsOf(item: AnyRecord): readonly RichText[] {
  switch (item.kind) {
    case 'note':
    case 'question':
    case 'answer':
      return [item.record.document];
    case 'session':
      return [item.record.notes];
    case 'playbook':
      return item.record.sections.flatMap((section) => section.steps.map((step) => step.document));
    default:
      return [];
  }
}

function writeMentions(db: WriteDb, item: AnyRecord, document: RichText): void {
  const insert = prepared(
    db,
    'INSERT OR IGNORE INTO mention (kind, record_id, block_id, to_kind, to_id) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { blockId, kind, id } of referencesIn(document)) {
    // An attachment is a part of the record, not somebody it speaks of.
    if (kind !== 'attachment') insert.run(item.kind, item.record.id, blockId, kind, id);
  }
}

function writePlaybookParts(db: WriteDb, record: Extract<AnyRecord, { kind: 'playbook' }>['record']): void {
  const addSection = prepared(
    db,
    'INSERT OR REPLACE INTO playbook_section (playbook_id, section_id, position, title) VALUES (?, ?, ?, ?)',
  );
  const addStep = prepared(
    db,
    `INSERT OR REPLACE INTO playbook_step
       (playbook_id, section_id, step_id, position, title, reference_kind, reference_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  record.sections.forEach((section, sectionAt) => {
    addSection.run(record.id, section.id, sectionAt, section.title);
    section.steps.forEach((step, stepAt) => {
      addStep.run(
        record.id,
        section.id,
        step.id,
        stepAt,
        step.title,
        step.reference?.kind ?? null,
        step.reference?.id ?? null,
      );
    });
  });
}
