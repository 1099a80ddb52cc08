import type { FindableKind, RecordKind } from '../../../shared/domain/record.ts';
import type { AnyRecord, RecordOf } from '../../../shared/domain/record-of.ts';
import type { PackageManifest } from '../../../shared/package-format/manifest.ts';
import { referencesOf } from '../../../shared/package-format/references.ts';
import { recordTitle } from '../../../shared/search/search-document.ts';

// Everything the package holds, in memory, with the ways back: who links here, what is attached, what answers what.

type Front = {
  readonly manifest: PackageManifest;
  readonly recordShards: number;
  readonly indexShards: number;
  /** Hash of each file inside → its ending. */
  readonly media: Readonly<Record<string, string>>;
};

const received = new Map<string, string>();

/**
 * The one function our data scripts call. Defined once and for all, before any of them runs, and never handed anything
 * but strings.
 */
export function listenForData(): void {
  Object.defineProperty(window, 'heirloomData', {
    value: Object.freeze((name: unknown, json: unknown) => {
      if (typeof name === 'string' && typeof json === 'string') received.set(name, json);
    }),
  });
}

type ScriptUrlPolicy = { createScriptURL(path: string): string };
let policy: ScriptUrlPolicy | undefined;

/** Nothing but our own data scripts may ever be loaded; the page's policy allows no second rule. */
function trusted(path: string): string {
  if (!/^reader\/(records|index)(-\d{1,5})?\.js$/.test(path)) throw new Error('not a data script');
  const factory = (
    window as { trustedTypes?: { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy } }
  ).trustedTypes;
  if (factory === undefined) return path;
  policy ??= factory.createPolicy('heirloom-reader', { createScriptURL: (wanted) => wanted });
  return policy.createScriptURL(path);
}

/** Loads one data script and returns what it brought. Rejects when the file is missing or damaged. */
export async function loadData(file: string, name: string): Promise<unknown> {
  await new Promise<void>((done, fail) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => fail(new Error(`${file} is missing`)));
    script.src = trusted(`reader/${file}.js`);
    document.head.append(script);
  });
  const json = received.get(name);
  received.delete(name);
  if (json === undefined) throw new Error(`${file} is damaged`);
  return JSON.parse(json);
}

export type Library = {
  readonly front: Front;
  readonly get: (id: string) => AnyRecord | undefined;
  /** The record at a place in the order of the package, counted from 0: what the search index calls it by. */
  readonly at: (place: number) => AnyRecord | undefined;
  readonly ofKind: <K extends RecordKind>(kind: K) => readonly RecordOf<K>[];
  readonly titleOf: (item: AnyRecord) => string;
  readonly answersOf: (questionId: string) => readonly RecordOf<'answer'>[];
  readonly attachmentsOf: (id: string) => readonly RecordOf<'attachment'>[];
  readonly linksFrom: (id: string) => readonly RecordOf<'link'>[];
  readonly linksTo: (id: string) => readonly RecordOf<'link'>[];
  /** Records whose text or steps name this one. */
  readonly namedIn: (id: string) => readonly AnyRecord[];
  /** Records that carry the topic, or were written by the person, or came from the session. */
  readonly aboutOf: (id: string) => readonly AnyRecord[];
};

class Lists<T> {
  readonly #lists = new Map<string, T[]>();
  add(key: string | null, value: T): void {
    if (key === null) return;
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [value]);
    else if (!list.includes(value)) list.push(value);
  }
  get(key: string): readonly T[] {
    return this.#lists.get(key) ?? [];
  }
}

function indexRecords(front: Front, items: readonly AnyRecord[]): Library {
  const byId = new Map<string, AnyRecord>(items.map((item) => [item.record.id, item]));
  const kinds = new Lists<AnyRecord>();
  const answers = new Lists<RecordOf<'answer'>>();
  const attachments = new Lists<RecordOf<'attachment'>>();
  const from = new Lists<RecordOf<'link'>>();
  const to = new Lists<RecordOf<'link'>>();
  const named = new Lists<AnyRecord>();
  const about = new Lists<AnyRecord>();
  for (const item of items) {
    kinds.add(item.kind, item);
    if (item.kind === 'answer') answers.add(item.record.questionId, item.record);
    if (item.kind === 'attachment') attachments.add(item.record.ownerId, item.record);
    if (item.kind === 'link') {
      from.add(item.record.fromId, item.record);
      to.add(item.record.toId, item.record);
    }
    if (item.kind === 'link' || item.kind === 'attachment' || item.kind === 'recording') continue;
    for (const reference of referencesOf(item)) {
      if (reference.id === item.record.id) continue;
      (reference.bond === 'context' ? about : named).add(reference.id, item);
    }
  }
  const context = {
    questionTitle: (id: string) => {
      const item = byId.get(id);
      return item?.kind === 'question' ? item.record.title : '';
    },
  };
  return {
    front,
    get: (id) => byId.get(id),
    at: (place) => items[place],
    ofKind: (kind) => kinds.get(kind).map((item) => item.record) as never,
    titleOf: (item) => recordTitle(item, context),
    answersOf: (id) => answers.get(id),
    attachmentsOf: (id) => attachments.get(id),
    linksFrom: (id) => from.get(id),
    linksTo: (id) => to.get(id),
    namedIn: (id) => named.get(id),
    aboutOf: (id) => about.get(id),
  };
}

/** Kinds that have pages of their own, in the order the contents list them. */
export const PAGE_KINDS: readonly FindableKind[] = [
  'playbook',
  'note',
  'question',
  'case',
  'person',
  'topic',
  'session',
  'mentorship',
  'customer',
];

/** Reads the whole package, a script at a time so that the page can draw in between. */
export async function loadLibrary(): Promise<Library> {
  const front = (await loadData('records', 'front')) as Front;
  const items: AnyRecord[] = [];
  for (let number = 1; number <= front.recordShards; number += 1)
    items.push(...((await loadData(`records-${number}`, `records-${number}`)) as AnyRecord[]));
  return indexRecords(front, items);
}
