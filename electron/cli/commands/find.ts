import { readFileSync } from 'node:fs';
import {
  FINDABLE_KINDS,
  type FindableKind,
  RECORD_KINDS,
  type RecordKind,
} from '../../../shared/domain/record.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import type { Output } from '../terminal.ts';
import { type Client, existing, withLibrary } from '../with-library.ts';
import { say } from '../words.ts';

function kindWanted(word: string | undefined): FindableKind | undefined {
  if (word === undefined) return undefined;
  const kind = FINDABLE_KINDS.find((one) => one === word);
  if (kind === undefined)
    throw new UsageError(say('badKind', { kind: word, kinds: FINDABLE_KINDS.join(', ') }));
  return kind;
}

export async function search(args: Arguments, out: Output): Promise<number> {
  const kind = kindWanted(args.text('kind'));
  const limit = args.number('limit', { min: 1, max: 200, default: 20 });
  const batch = args.text('batch');
  if ((batch === undefined) === (args.words.length === 0)) throw new UsageError(say('queryOrBatch'));
  const filters = kind === undefined ? {} : { kinds: [kind] };
  return withLibrary(args.need('library'), 'reads', async (client) => {
    if (batch !== undefined) {
      for (const line of readFileSync(existing(batch), 'utf8').split(/\r?\n/)) {
        if (line === '') continue;
        const tab = line.indexOf('\t');
        const queryId = tab === -1 ? line : line.slice(0, tab);
        const query = tab === -1 ? line : line.slice(tab + 1);
        const { hits, ms } = await client.search.query({
          query: query.slice(0, 2_000),
          filters,
          limit,
        });
        out.json({ queryId, hits: hits.map(toHit), ms });
      }
      return 0;
    }
    const found = await client.search.query({ query: args.words.join(' ').slice(0, 2_000), filters, limit });
    if (args.flag('json')) out.json({ hits: found.hits.map(toHit), total: found.total, ms: found.ms });
    else {
      out.line(say('found', { total: found.total }));
      for (const hit of found.hits) {
        out.line(`${hit.kind}\t${hit.id}\t${hit.title}`);
        const text = hit.snippet
          .map((part) => part.text)
          .join('')
          .replace(/\s+/g, ' ')
          .trim();
        if (text !== '') out.line(`    ${text}`);
      }
    }
    return 0;
  });
}

type Hit = Awaited<ReturnType<Client['search']['query']>>['hits'][number];
function toHit(hit: Hit) {
  const { id, kind, externalId, title, score } = hit;
  return { id, kind, externalId, title, snippet: hit.snippet.map((part) => part.text).join(''), score };
}

const CALLS = {
  person: 'people',
  mentorship: 'mentorships',
  session: 'sessions',
  recording: 'recordings',
  note: 'notes',
  question: 'questions',
  answer: 'answers',
  case: 'cases',
  customer: 'customers',
  topic: 'topics',
  playbook: 'playbooks',
  review: 'reviews',
  feedback: 'feedback',
  link: 'links',
  attachment: 'attachments',
} as const satisfies Record<RecordKind, keyof Client>;

export async function list(args: Arguments, out: Output): Promise<number> {
  const kind = RECORD_KINDS.find((one) => one === args.words[0]);
  if (kind === undefined)
    throw new UsageError(say('badKind', { kind: args.words[0] ?? '', kinds: RECORD_KINDS.join(', ') }));
  const limit = args.number('limit', { min: 1, max: 1_000_000, default: 100 });
  const start = args.number('offset', { min: 0, max: 100_000_000, default: 0 });
  return withLibrary(args.need('library'), 'reads', async (client) => {
    const call = client[CALLS[kind]].list as (
      input: object,
    ) => Promise<{ items: Record<string, unknown>[]; total: number }>;
    const items: Record<string, unknown>[] = [];
    let total = 0;
    for (let offset = start; items.length < limit; ) {
      const page = await call({ offset, limit: Math.min(500, limit - items.length) });
      total = page.total;
      items.push(...page.items);
      offset += page.items.length;
      if (page.items.length === 0) break;
    }
    if (args.flag('json')) out.json({ items, total });
    else
      for (const item of items)
        out.line(`${String(item.id)}\t${String(item.title ?? item.name ?? item.fileName ?? '')}`);
    return 0;
  });
}

export async function show(args: Arguments, out: Output): Promise<number> {
  const id = args.words[0] as string;
  return withLibrary(args.need('library'), 'reads', async (client) => {
    for (const kind of RECORD_KINDS) {
      const call = client[CALLS[kind]].get as (input: { id: string }) => Promise<object>;
      try {
        const record = await call({ id });
        const shown = { kind, ...record };
        if (args.flag('json')) out.json(shown);
        else for (const line of JSON.stringify(shown, null, 2).split('\n')) out.line(line);
        return 0;
      } catch (error) {
        if ((error as { code?: string }).code !== 'NOT_FOUND') throw error;
      }
    }
    out.error(say('notFound'));
    return 1;
  });
}
