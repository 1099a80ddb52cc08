import type { RecordKind } from '../domain/record.ts';
import type { AnyRecord } from '../domain/record-of.ts';
import type { Block, Inline, RichText } from '../richtext/document.ts';
import { mapLines, referencesIn } from '../richtext/walk.ts';

/** What one record says of another. `title` is what it calls it, empty where it only knows the id. */
export type Reference = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  /**
   * How tightly it is bound: `part` belongs to the record (a step's note, the question of an answer), `context` says who,
   * where and about what (author, session, topic, customer), `mention` is named in passing.
   */
  readonly bond: 'part' | 'context' | 'mention';
};

/** Every rich text a record holds. */
export function documentsIn(item: AnyRecord): readonly RichText[] {
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

type Sink = (kind: RecordKind, id: string | null, bond: Reference['bond'], title?: string) => void;

/** Everything a record refers to, in the order it does. Ends of links, owners of attachments and targets of reviews too. */
export function referencesOf(item: AnyRecord): Reference[] {
  const found: Reference[] = [];
  const add: Sink = (kind, id, bond, title = '') => {
    if (id !== null) found.push({ kind, id, bond, title });
  };
  addFields(item, add);
  if ('topicIds' in item.record) for (const id of item.record.topicIds) add('topic', id, 'context');
  for (const document of documentsIn(item)) {
    for (const { kind, id, label } of referencesIn(document))
      add(kind, id, kind === 'attachment' ? 'part' : 'mention', label);
  }
  return found;
}

function addFields(item: AnyRecord, add: Sink): void {
  switch (item.kind) {
    case 'person':
      for (const one of item.record.expertise) add('topic', one.topicId, 'context');
      return;
    case 'mentorship':
      add('person', item.record.mentorId, 'context');
      for (const id of item.record.learnerIds) add('person', id, 'context');
      return;
    case 'session':
      add('mentorship', item.record.mentorshipId, 'context');
      for (const id of item.record.attendeeIds) add('person', id, 'context');
      for (const action of item.record.actions) add('person', action.ownerId, 'context');
      return;
    case 'recording':
      add('session', item.record.sessionId, 'context');
      add('attachment', item.record.attachmentId, 'part');
      for (const one of item.record.consents) add('person', one.personId, 'context');
      for (const one of item.record.segments) add('person', one.speakerId, 'context');
      return;
    case 'note':
      add('person', item.record.authorId, 'context');
      add('session', item.record.sessionId, 'context');
      return;
    case 'question':
      add('person', item.record.askerId, 'context');
      add('session', item.record.sessionId, 'context');
      add('question', item.record.duplicateOfId, 'mention');
      add('answer', item.record.acceptedAnswerId, 'part');
      return;
    case 'answer':
      add('question', item.record.questionId, 'part');
      add('person', item.record.authorId, 'context');
      add('session', item.record.sessionId, 'context');
      return;
    case 'case':
      add('customer', item.record.customerId, 'context');
      return;
    case 'customer':
      return;
    case 'topic':
      add('topic', item.record.parentId, 'context');
      add('person', item.record.ownerId, 'context');
      return;
    case 'playbook':
      add('person', item.record.ownerId, 'context');
      for (const section of item.record.sections)
        for (const { reference } of section.steps)
          if (reference !== null) add(reference.kind, reference.id, 'part', reference.title);
      return;
    case 'review':
      add(item.record.targetKind, item.record.targetId, 'part');
      add('person', item.record.verifierId, 'context');
      return;
    case 'feedback':
      add(item.record.targetKind, item.record.targetId, 'part');
      add('person', item.record.authorId, 'context');
      return;
    case 'link':
      add(item.record.fromKind, item.record.fromId, 'part');
      add(item.record.toKind, item.record.toId, 'part', item.record.toTitle);
      return;
    case 'attachment':
      if (item.record.ownerKind !== null) add(item.record.ownerKind, item.record.ownerId, 'part');
      return;
  }
}

type MapId = (id: string) => string;

/** The same record with every id it holds (its own and those it refers to) put through `map`. Words are left alone. */
export function mapIds<T extends AnyRecord>(item: T, map: MapId): T {
  const record = mapValue(item.record, map) as T['record'];
  return { kind: item.kind, record } as T;
}

/** Fields that hold an id of a record. Ids of blocks, goals and the like are not ids of records and never clash. */
const ID_FIELDS = new Set([
  'createdBy',
  'mentorshipId',
  'mentorId',
  'ownerId',
  'sessionId',
  'attachmentId',
  'personId',
  'speakerId',
  'authorId',
  'duplicateOfId',
  'acceptedAnswerId',
  'askerId',
  'questionId',
  'customerId',
  'parentId',
  'targetId',
  'verifierId',
  'fromId',
  'toId',
  'topicId',
]);
const ID_LIST_FIELDS = new Set(['learnerIds', 'attendeeIds', 'topicIds']);

function mapRecordFields(source: Record<string, unknown>, map: MapId): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source)) {
    if (ID_FIELDS.has(key) && typeof value === 'string') result[key] = map(value);
    else if (ID_LIST_FIELDS.has(key) && Array.isArray(value))
      result[key] = value.map((id) => map(id as string));
    else result[key] = Array.isArray(value) ? value.map((one) => mapInner(one, map)) : mapInner(value, map);
  }
  return result;
}

function mapValue(record: Record<string, unknown>, map: MapId): Record<string, unknown> {
  const result = mapRecordFields(record, map);
  result.id = map(record.id as string);
  return result;
}

function mapInner(value: unknown, map: MapId): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = value as Record<string, unknown>;
  // A document, wherever it stands.
  if (Array.isArray(inner.blocks)) return mapDocument(inner as unknown as RichText, map);
  const result = mapRecordFields(inner, map);
  // `reference` of a step: the only inner object whose plain `id` is the id of a record.
  if (typeof inner.reference === 'object' && inner.reference !== null) {
    const reference = inner.reference as Record<string, unknown>;
    result.reference = { ...reference, id: map(reference.id as string) };
  }
  return result;
}

function mapDocument(document: RichText, map: MapId): RichText {
  return {
    ...document,
    blocks: document.blocks.map((block) => mapBlock(block, map)),
  };
}

function mapBlock(block: Block, map: MapId): Block {
  if (block.type === 'record') return { ...block, recordId: map(block.recordId) };
  const mapped = mapLines(block, (line) => line.map((child) => mapInline(child, map)));
  return 'attachmentId' in mapped ? { ...mapped, attachmentId: map(mapped.attachmentId) } : mapped;
}

function mapInline(child: Inline, map: MapId): Inline {
  return 'text' in child || child.type === 'link' ? child : { ...child, id: map(child.id) };
}
