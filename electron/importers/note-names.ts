import type { Id } from '../../shared/base/ids.ts';
import { type Person, personDefaults } from '../../shared/domain/person.ts';
import { type Topic, topicDefaults } from '../../shared/domain/topic.ts';
import { prepared, type WriteDb } from '../data/handle.ts';
import { findRecord, itemOf, putRecord } from '../data/records.ts';
import type { JournalEntry } from './import-journal.ts';

type Wish = {
  readonly db: WriteDb;
  readonly dryRun: boolean;
  readonly now: () => string;
  readonly makeId: () => Id;
};

/** Topics and people as files name them. Those nobody has yet are made; none are made in a dry run. */
export class NoteNames {
  private readonly wish: Wish;
  private readonly onMade: (entry: JournalEntry) => void;
  private topics: Map<string, Id> | null = null;
  private people: Map<string, Id | null> | null = null;

  constructor(wish: Wish, onMade: (entry: JournalEntry) => void) {
    this.wish = wish;
    this.onMade = onMade;
  }

  /** Topics by name, in any of their languages. Of two with one name, the one among `likely`. */
  topicIds(names: readonly string[], likely: readonly Id[] = []): Id[] {
    if (names.length === 0) return [];
    this.topics ??= this.knownTopics();
    const ids: Id[] = [];
    for (const name of names) {
      const id = this.likelyTopic(name, likely) ?? this.topics.get(plainName(name)) ?? this.makeTopic(name);
      if (!ids.includes(id)) ids.push(id);
    }
    return ids;
  }

  private likelyTopic(name: string, likely: readonly Id[]): Id | undefined {
    return likely.find((id) => {
      const topic = findRecord(this.wish.db, 'topic', id);
      if (topic === undefined || topic.deletedAt !== null) return false;
      return namesOf(topic).some((one) => plainName(one) === plainName(name));
    });
  }

  /** The person of that name: the likely one, or the only one. Null for no name, and where two people share it. */
  personId(name: string, likely: readonly (Id | null)[]): Id | null {
    const plain = plainName(name);
    if (plain === '') return null;
    for (const id of likely) {
      const person = id === null ? undefined : findRecord(this.wish.db, 'person', id);
      if (person && person.deletedAt === null && plainName(person.name) === plain) return person.id;
    }
    this.people ??= this.knownPeople();
    const known = this.people.get(plain);
    return known === undefined ? this.makePerson(name.trim()) : known;
  }

  private makeTopic(name: string): Id {
    const { db, dryRun, makeId } = this.wish;
    const id = makeId();
    const position = this.topics!.size + 1;
    this.topics!.set(plainName(name), id);
    if (dryRun) return id;
    const topic: Topic = { ...topicDefaults, ...this.head(id), name, names: [], synonyms: [], position };
    putRecord(db, itemOf('topic', topic), { isNew: true });
    this.onMade({ kind: 'topic', id, before: 0 });
    return id;
  }

  private makePerson(name: string): Id {
    const { db, dryRun, makeId } = this.wish;
    const id = makeId();
    this.people!.set(plainName(name), id);
    if (dryRun) return id;
    const person: Person = {
      ...personDefaults,
      ...this.head(id),
      name: name.slice(0, 500),
      languages: [],
      expertise: [],
      tags: [],
    };
    putRecord(db, itemOf('person', person), { isNew: true });
    this.onMade({ kind: 'person', id, before: 0 });
    return id;
  }

  private head(id: Id) {
    const now = this.wish.now();
    return { id, createdAt: now, updatedAt: now, createdBy: null, version: 1, deletedAt: null };
  }

  private knownTopics(): Map<string, Id> {
    const known = new Map<string, Id>();
    const rows = prepared(
      this.wish.db,
      'SELECT id, name, names, synonyms FROM topic WHERE deleted_at IS NULL ORDER BY id',
    ).all() as { id: string; name: string; names: string; synonyms: string }[];
    for (const row of rows) {
      const topic = { ...row, names: JSON.parse(row.names), synonyms: JSON.parse(row.synonyms) };
      for (const name of namesOf(topic as never))
        if (!known.has(plainName(name))) known.set(plainName(name), row.id);
    }
    return known;
  }

  private knownPeople(): Map<string, Id | null> {
    const known = new Map<string, Id | null>();
    const rows = prepared(this.wish.db, 'SELECT id, name FROM person WHERE deleted_at IS NULL').all();
    for (const { id, name } of rows as { id: string; name: string }[])
      known.set(plainName(name), known.has(plainName(name)) ? null : id);
    return known;
  }
}

const namesOf = (topic: Pick<Topic, 'name' | 'names' | 'synonyms'>): string[] => [
  topic.name,
  ...topic.names.map((one) => one.name),
  ...topic.synonyms,
];

const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
