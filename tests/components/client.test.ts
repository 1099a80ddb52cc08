// @vitest-environment jsdom
import { waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createInvalidator, isTouched } from '../../renderer/client/follow-changes.ts';
import { addSample, type JobSample, paceOf } from '../../renderer/client/job-pace.ts';
import { takeKey } from '../../renderer/client/key-to-door.ts';
import type { Change } from '../../shared/contract/changes.ts';
import { type FakeLibrary, openFakeLibrary } from '../support/fake-library.ts';

const staged: { data: string; bytes: number; discarded: number } = { data: '', bytes: 0, discarded: 0 };
let failAt = Number.POSITIVE_INFINITY;
let library: FakeLibrary;
type Page = typeof import('../../renderer/client/index.ts');
let page: Page;

beforeAll(async () => {
  library = openFakeLibrary({
    'uploads.begin': (input: { bytes: number }) => {
      staged.data = '';
      staged.bytes = input.bytes;
      return { uploadId: 'u1' };
    },
    'uploads.append': (input: { offset: number; data: string }) => {
      if (input.offset >= failAt) throw new Error('disk on fire');
      staged.data += atob(input.data);
      return { received: staged.data.length };
    },
    'uploads.discard': () => {
      staged.discarded += 1;
      return {};
    },
    'records.counts': () => new Promise((resolve) => setTimeout(() => resolve({ counts: { note: 3 } }), 20)),
    'topics.save': (_input: never) => {
      throw Object.assign(new Error('no such thing'), {});
    },
  });
  page = await import('../../renderer/client/index.ts');
});

describe('the key to the door', () => {
  const places = (hash: string, kept: string | null = null) => {
    const store = new Map(kept === null ? [] : [['heirloom.key', kept]]);
    const replaced: string[] = [];
    return {
      replaced,
      store,
      location: { hash, pathname: '/', search: '' },
      history: { replaceState: (_data: unknown, _unused: string, url: string) => void replaced.push(url) },
      storage: {
        getItem: (k: string) => store.get(k) ?? null,
        setItem: (k: string, v: string) => void store.set(k, v),
      },
    };
  };
  it('leaves the address bar at once and is kept for the tab', () => {
    const p = places('#t=abc_DEF-123');
    expect(takeKey(p)).toBe('abc_DEF-123');
    expect(p.replaced).toEqual(['/']);
    expect(p.store.get('heirloom.key')).toBe('abc_DEF-123');
  });
  it('is found again on reload, and routes are not mistaken for it', () => {
    expect(takeKey(places('#/notes/1', 'kept'))).toBe('kept');
    expect(takeKey(places('#/topics?t=1'))).toBeNull();
    expect(takeKey(places('#t=<script>'))).toBeNull();
    expect(takeKey(places(''))).toBeNull();
  });
});

describe('what a change touches', () => {
  const key = (path: readonly string[], input?: unknown) => [path, { input, type: 'query' }];
  const change = (kind: Change['kind'], ids: string[] | null = null) => ({ kind, ids });
  it('the record itself and nothing but it', () => {
    expect(isTouched(change('note', ['a']), key(['notes', 'get'], { id: 'a' }))).toBe(true);
    expect(isTouched(change('note', ['a']), key(['notes', 'get'], { id: 'b' }))).toBe(false);
    expect(isTouched(change('note', null), key(['notes', 'get'], { id: 'b' }))).toBe(true);
    expect(isTouched(change('note', ['a']), key(['people', 'get'], { id: 'a' }))).toBe(false);
  });
  it('everything that may show it', () => {
    for (const path of [
      ['notes', 'list'],
      ['links', 'around'],
      ['search', 'suggest'],
      ['home', 'overview'],
      ['topics', 'list'],
    ]) {
      expect(isTouched(change('note', ['a']), key(path, {}))).toBe(true);
    }
  });
  it('but not settings, jobs, drafts or the state of the library', () => {
    for (const path of [
      ['settings', 'get'],
      ['jobs', 'list'],
      ['drafts', 'get'],
      ['library', 'status'],
    ]) {
      expect(isTouched(change('note', ['a']), key(path, {}))).toBe(false);
    }
    expect(isTouched(change('settings'), key(['settings', 'get'], {}))).toBe(true);
    expect(isTouched(change('job'), key(['jobs', 'list'], {}))).toBe(true);
    expect(isTouched(change('all'), key(['settings', 'get'], {}))).toBe(true);
    expect(isTouched(change('note'), ['commands'])).toBe(true); // unknown shapes are read again rather than trusted
  });
  it('is collected: a flood is read twice a second, one save at once', () => {
    vi.useFakeTimers();
    try {
      let now = 10_000;
      const invalidateQueries = vi.fn();
      const resetQueries = vi.fn();
      const hear = createInvalidator({ invalidateQueries, resetQueries } as never, () => now);
      hear({ seq: 1, kind: 'note', ids: ['a'] });
      vi.advanceTimersByTime(50);
      expect(invalidateQueries).toHaveBeenCalledTimes(1);
      for (let at = 0; at < 1_000; at += 1) hear({ seq: at, kind: 'case', ids: [`c${at}`] });
      now += 50;
      vi.advanceTimersByTime(450);
      expect(invalidateQueries).toHaveBeenCalledTimes(1);
      vi.advanceTimersByTime(100);
      expect(invalidateQueries).toHaveBeenCalledTimes(2);
      hear({ seq: 2_000, kind: 'library', ids: null });
      vi.advanceTimersByTime(600);
      expect(resetQueries).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the pace of a job', () => {
  const samples = (...points: readonly (readonly [number, number])[]): readonly JobSample[] =>
    points.reduce<readonly JobSample[]>((all, [at, done]) => addSample(all, { at, done }), []);
  it('is not guessed too early', () => {
    expect(paceOf([], 10)).toEqual({ rate: null, left: null });
    expect(paceOf(samples([0, 0], [100, 50]), 100)).toEqual({ rate: null, left: null });
    expect(paceOf(samples([0, 5], [2_000, 5]), 100)).toEqual({ rate: null, left: null });
  });
  it('is things per second, and tells the time left', () => {
    expect(paceOf(samples([0, 0], [1_000, 500], [2_000, 1_000]), 5_000)).toEqual({ rate: 500, left: 8_000 });
    expect(paceOf(samples([0, 0], [2_000, 1_000]), null)).toEqual({ rate: 500, left: null });
    expect(paceOf(samples([0, 0], [2_000, 1_000]), 900).left).toBe(0);
  });
  it('forgets what is older than ten seconds and starts over with a new stage', () => {
    expect(samples([0, 0], [11_000, 5], [12_000, 6])).toHaveLength(2);
    expect(samples([0, 0], [1_000, 500], [1_100, 0])).toEqual([{ at: 1_100, done: 0 }]);
  });
});

describe('calls over the port', () => {
  it('come back parsed by the contract', async () => {
    expect(await page.client.records.counts({})).toEqual({ counts: { note: 3 } });
    expect(page.connection.get()).toBe('connected');
  });
  it('that fail on purpose carry their code', async () => {
    const problem = page.toProblem(
      await page.client.notes.get({ id: '01900000-0000-7000-8000-00000000000a' }).catch((e) => e),
    );
    expect(problem.code).toBe('NOT_FOUND');
  });
  it('with input the contract refuses are INVALID, and bugs are UNKNOWN', async () => {
    expect(page.toProblem(await page.client.notes.get({ id: 'no id' }).catch((e) => e)).code).toBe('INVALID');
    const bug = await page.client.topics
      .save({ id: '01900000-0000-7000-8000-00000000000a', expectedVersion: 1, fields: {} })
      .catch((e) => e);
    expect(page.toProblem(bug).code).toBe('UNKNOWN');
  });
  it('under way when the store goes away are told at once, later ones wait for it', async () => {
    const lost = page.client.records.counts({}).catch((error: unknown) => page.toProblem(error).code);
    await new Promise((resolve) => setTimeout(resolve, 5));
    library.command({ type: 'connection', state: 'lost' });
    expect(await lost).toBe('DISCONNECTED');
    expect(page.connection.get()).toBe('lost');
    const later = page.client.records.counts({});
    library.restart();
    expect(await later).toEqual({ counts: { note: 3 } });
    expect(page.connection.get()).toBe('connected');
  });
  it('are turned away once the store has given up: a save that waited for ever would never say that it failed', async () => {
    const code = (call: Promise<unknown>) =>
      call.then(
        () => 'answered',
        (error: unknown) => page.toProblem(error).code,
      );
    library.command({ type: 'connection', state: 'lost' });
    const waiting = code(page.client.records.counts({}));
    library.command({ type: 'connection', state: 'failed' });
    expect(await waiting).toBe('DISCONNECTED');
    expect(await code(page.client.records.counts({}))).toBe('DISCONNECTED');
    library.restart();
    expect(await code(page.client.records.counts({}))).toBe('answered');
  });
});

describe('closing', () => {
  it('asks only where something that was tried could not be saved', async () => {
    let isStuck = false;
    const stop = page.onBeforeClose(
      async () => undefined,
      () => isStuck,
    );
    expect(page.wouldLose()).toBe(false);
    isStuck = true;
    expect(page.wouldLose()).toBe(true);
    stop();
    expect(page.wouldLose()).toBe(false);
  });
  it('knows that it is still saving', async () => {
    let done = (): void => undefined;
    const stop = page.onBeforeClose(() => new Promise((resolve) => (done = resolve)));
    const saved = page.saveBeforeClose();
    expect(page.isSaving()).toBe(true);
    done();
    await saved;
    expect(page.isSaving()).toBe(false);
    stop();
  });
});

describe('uploads', () => {
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => (at * 31) % 256);
  it('arrive whole, in pieces', async () => {
    const sent: number[] = [];
    const id = await page.uploadFile(page.client.uploads, new File([bytes], 'cases.csv'), {
      onProgress: (count) => sent.push(count),
    });
    expect(id).toBe('u1');
    expect(sent).toEqual([1_048_576, 2_097_152, 2_500_000]);
    expect(staged.data.length).toBe(2_500_000);
    expect(staged.data.charCodeAt(2_499_999)).toBe(bytes[2_499_999]);
  });
  it('of an empty file are fine', async () => {
    expect(await page.uploadFile(page.client.uploads, new File([], 'empty.csv'))).toBe('u1');
  });
  it('that fail or are cancelled leave nothing behind', async () => {
    const before = staged.discarded;
    failAt = 1_048_576;
    await expect(page.uploadFile(page.client.uploads, new File([bytes], 'a.csv'))).rejects.toThrow();
    failAt = Number.POSITIVE_INFINITY;
    const stop = new AbortController();
    const cancelled = page.uploadFile(page.client.uploads, new File([bytes], 'a.csv'), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(page.toProblem(await cancelled.catch((e) => e)).code).toBe('CANCELLED');
    expect(staged.discarded).toBe(before + 2);
  });
});

it('changes of the library make the page read again', async () => {
  const queries = page.createQueryClient();
  let reads = 0;
  const options = {
    queryKey: [['notes', 'list'], { input: {}, type: 'query' }],
    queryFn: async () => (reads += 1),
  };
  const { QueryObserver } = await import('@tanstack/react-query');
  const stopWatching = new QueryObserver(queries, options).subscribe(() => undefined);
  const heard: string[] = [];
  const stop = page.followChanges(page.client, queries, page.connection, (change) => heard.push(change.kind));
  await waitFor(() => expect(library.calls.some((call) => call.startsWith('changes.watch'))).toBe(true));
  await waitFor(() => expect(reads).toBe(1));
  library.change({ kind: 'note', ids: ['a'] });
  await waitFor(() => expect(reads).toBe(2));
  expect(heard).toEqual(['note']);
  stop();
  stopWatching();
});
