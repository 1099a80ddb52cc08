// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createDraftKeeper,
  type DraftedDocumentOptions,
  type DraftState,
  useDraftedDocument,
} from '../../renderer/editor/index.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { paragraphs } from '../support/rich-text-builders.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A store whose answers the test gives. */
function slowStore() {
  const asked: { text: string; store: () => void; refuse: (reason: string) => void }[] = [];
  const save = (text: string) =>
    new Promise<void>((resolve, reject) => {
      asked.push({ text, store: resolve, refuse: (reason) => reject(new Error(reason)) });
    });
  return { asked, save, texts: () => asked.map(({ text }) => text) };
}

function keeperOf(save: (text: string) => Promise<void>) {
  const states: DraftState[] = [];
  const keeper = createDraftKeeper<string>({
    save,
    onState: (state) => states.push(state),
    now: () => Date.now(),
  });
  return { keeper, states };
}

describe('keeping a draft', () => {
  it('saves half a second after the last letter', async () => {
    const saved: string[] = [];
    const { keeper, states } = keeperOf(async (text) => void saved.push(text));
    keeper.put('a');
    await vi.advanceTimersByTimeAsync(300);
    keeper.put('ab');
    await vi.advanceTimersByTimeAsync(499);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
    expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
  });

  it('never keeps words waiting for longer than a second, even when nobody pauses', async () => {
    const saved: string[] = [];
    const { keeper } = keeperOf(async (text) => void saved.push(text));
    for (let at = 0; at < 50; at += 1) {
      keeper.put('x'.repeat(at + 1));
      await vi.advanceTimersByTimeAsync(100);
      expect((saved.at(-1)?.length ?? 0) + 10).toBeGreaterThanOrEqual(at + 1);
    }
    expect(saved.length).toBeLessThan(8);
  });

  it('never saves twice at a time, and always ends with the newest text', async () => {
    const store = slowStore();
    const { keeper, states } = keeperOf(store.save);
    keeper.put('one');
    const first = keeper.flush();
    keeper.put('two');
    const second = keeper.flush();
    const third = keeper.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.texts()).toEqual(['one']);
    store.asked[0]?.store();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.texts()).toEqual(['one', 'two']);
    store.asked[1]?.store();
    await vi.advanceTimersByTimeAsync(0);
    expect(await Promise.all([first, second, third])).toEqual([true, true, true]);
    expect(states.at(-1)).toBe('saved');
  });

  it('keeps the text of a failed save and tries again by itself', async () => {
    const store = slowStore();
    const { keeper, states } = keeperOf(store.save);
    keeper.put('words');
    const flushed = keeper.flush();
    store.asked[0]?.refuse('disk full');
    expect(await flushed).toBe(false);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.texts()).toEqual(['words', 'words']);
    store.asked[1]?.store();
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('saved');
  });

  it('saves the newer text when an older one failed meanwhile', async () => {
    const store = slowStore();
    const { keeper } = keeperOf(store.save);
    keeper.put('old');
    void keeper.flush();
    keeper.put('new');
    store.asked[0]?.refuse('busy');
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.texts()).toEqual(['old', 'new']);
  });

  it('hands over what waits when the text is closed, and goes on trying for a while', async () => {
    const store = slowStore();
    const { keeper } = keeperOf(store.save);
    keeper.put('last words');
    keeper.dispose();
    expect(store.texts()).toEqual(['last words']);
    for (let at = 0; at < 40; at += 1) {
      store.asked.at(-1)?.refuse('gone');
      await vi.advanceTimersByTimeAsync(30_000);
    }
    expect(store.asked.length).toBeGreaterThan(5);
    expect(store.asked.length).toBeLessThan(15);
  });

  it('has nothing to do when nothing was typed', async () => {
    const store = slowStore();
    const { keeper } = keeperOf(store.save);
    expect(await keeper.flush()).toBe(true);
    expect(store.asked).toEqual([]);
  });
});

describe('a text with drafts', () => {
  const published = paragraphs('published');
  function use(options: Partial<DraftedDocumentOptions> = {}) {
    const saved: string[] = [];
    const sent: string[] = [];
    const base: DraftedDocumentOptions = {
      key: 'note-1',
      published,
      version: 1,
      saveDraft: async (document) => void saved.push(plainText(document)),
      publish: async (document) => {
        sent.push(plainText(document));
        return undefined;
      },
      ...options,
    };
    const hook = renderHook((props: DraftedDocumentOptions) => useDraftedDocument(props), {
      initialProps: base,
    });
    return { ...hook, base, saved, sent };
  }

  it('begins with what is published, and saves what is typed', async () => {
    const { result, saved } = use();
    expect(result.current.document).toBe(published);
    expect(result.current.isChanged).toBe(false);
    act(() => result.current.onChange(paragraphs('typed')));
    expect(result.current).toMatchObject({ state: 'unsaved', isChanged: true });
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(saved).toEqual(['typed']);
    expect(result.current.state).toBe('saved');
  });

  it.each([
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange')), true],
    ['the page goes away', () => window.dispatchEvent(new Event('pagehide')), false],
    ['the window loses the keys', () => window.dispatchEvent(new Event('blur')), false],
  ])('saves at once when %s', async (_name, happen, hidden) => {
    const { result, saved } = use();
    act(() => result.current.onChange(paragraphs('typed')));
    if (hidden) vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await act(async () => {
      happen();
      await vi.advanceTimersByTimeAsync(0);
    });
    expect(saved).toEqual(['typed']);
    vi.restoreAllMocks();
  });

  it('saves what waits to its own record when another text is opened', async () => {
    const { result, rerender, base, saved } = use();
    act(() => result.current.onChange(paragraphs('for the first note')));
    const others: string[] = [];
    rerender({
      ...base,
      key: 'note-2',
      published: paragraphs('second'),
      saveDraft: async (document) => void others.push(plainText(document)),
    });
    await act(() => vi.advanceTimersByTimeAsync(5000));
    expect(saved).toEqual(['for the first note']);
    expect(others).toEqual([]);
    expect(plainText(result.current.document)).toBe('second');
  });

  it('keeps the text when saving fails, and says why', async () => {
    const { result } = use({ saveDraft: async () => Promise.reject(new Error('disk full')) });
    act(() => result.current.onChange(paragraphs('precious')));
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(result.current.state).toBe('failed');
    expect(String(result.current.error)).toContain('disk full');
    expect(plainText(result.current.document)).toBe('precious');
  });

  it('follows the store while nobody has typed, and its writer from then on', () => {
    const { result, rerender, base } = use();
    rerender({ ...base, published: paragraphs('newer'), version: 2 });
    expect(plainText(result.current.document)).toBe('newer');
    act(() => result.current.onChange(paragraphs('mine')));
    // No save of the record: an echo, whatever it says.
    rerender({ ...base, published: paragraphs('newest'), version: 2 });
    expect(plainText(result.current.document)).toBe('mine');
  });

  describe('that another window saves, too', () => {
    const two = (first: string, second: string) => paragraphs(first, second);
    const start = two('first', 'second');

    it('joins what was saved there in a pause, stores it, and tells the editor that it is no echo', async () => {
      const { result, rerender, base, saved } = use({ published: start });
      act(() => result.current.onChange(two('first, mine', 'second')));
      const { epoch } = result.current;
      rerender({ ...base, published: two('first', 'second, theirs'), version: 2 });
      expect(plainText(result.current.document)).toBe('first, mine\nsecond');
      await act(() => vi.advanceTimersByTimeAsync(5000));
      expect(plainText(result.current.document)).toBe('first, mine\nsecond, theirs');
      expect(result.current.epoch).toBeGreaterThan(epoch);
      expect(result.current.conflicts).toEqual([]);
      expect(saved.at(-1)).toBe('first, mine\nsecond, theirs');
    });

    it('waits while somebody is composing, and does not publish over it', async () => {
      const { result, rerender, base, sent } = use({ published: start });
      act(() => result.current.onChange(two('first, mine', 'second')));
      act(() => void window.dispatchEvent(new Event('compositionstart')));
      rerender({ ...base, published: two('first', 'second, theirs'), version: 2 });
      await act(() => vi.advanceTimersByTimeAsync(10_000));
      expect(plainText(result.current.document)).toBe('first, mine\nsecond');
      let done: boolean | undefined;
      await act(async () => {
        done = await result.current.publish();
      });
      expect([done, sent]).toEqual([false, []]);
      act(() => void window.dispatchEvent(new Event('compositionend')));
      await act(() => vi.advanceTimersByTimeAsync(2000));
      expect(plainText(result.current.document)).toBe('first, mine\nsecond, theirs');
    });

    it('keeps both versions of what both changed, and follows the choice', async () => {
      const { result, rerender, base } = use({ published: start });
      act(() => result.current.onChange(two('mine', 'second')));
      rerender({ ...base, published: two('theirs', 'second'), version: 2 });
      await act(() => vi.advanceTimersByTimeAsync(5000));
      expect(plainText(result.current.document)).toBe('mine\ntheirs\nsecond');
      const [conflict] = result.current.conflicts;
      if (!conflict) throw new Error('there should be a conflict');
      act(() => result.current.settle(conflict, 'theirs'));
      expect(plainText(result.current.document)).toBe('theirs\nsecond');
      expect(result.current.conflicts).toEqual([]);
    });

    it('publishes what was made of both, from the newest base', async () => {
      const bases: string[] = [];
      const { result, rerender, base } = use({
        published: start,
        publish: async (document, from) => {
          bases.push(plainText(from));
          return { document, version: 2 + bases.length, conflicts: [] };
        },
      });
      act(() => result.current.onChange(two('mine', 'second')));
      rerender({
        ...base,
        published: two('first', 'theirs'),
        version: 2,
      });
      await act(async () => void (await result.current.publish()));
      expect(bases).toEqual(['first\ntheirs']);
      expect(plainText(result.current.document)).toBe('mine\ntheirs');
      // The page has not heard of that save yet: what it still holds as published is older, and nothing of it is taken.
      act(() => result.current.onChange(two('mine again', 'theirs')));
      await act(async () => void (await result.current.publish()));
      expect(bases.at(-1)).toBe('mine\ntheirs');
      expect(result.current.conflicts).toEqual([]);
      act(() => result.current.onChange(two('mine', 'theirs')));
      await act(async () => void (await result.current.publish()));
      // What comes back late is older than what was saved: nothing of it is taken.
      rerender({ ...base, published: two('first', 'theirs'), version: 2 });
      await act(() => vi.advanceTimersByTimeAsync(5000));
      expect(plainText(result.current.document)).toBe('mine\ntheirs');
    });

    it('takes in what the store had merged on the way, and what was typed meanwhile', async () => {
      let answer: ((text: { document: RichText; version: number; conflicts: [] }) => void) | undefined;
      const { result } = use({
        published: start,
        publish: () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      });
      act(() => result.current.onChange(two('mine', 'second')));
      let publishing: Promise<boolean> | undefined;
      await act(async () => {
        publishing = result.current.publish();
        await vi.advanceTimersByTimeAsync(0);
      });
      act(() => result.current.onChange(two('mine, and more', 'second')));
      await act(async () => {
        answer?.({ document: two('mine', 'theirs'), version: 2, conflicts: [] });
        await publishing;
      });
      expect(plainText(result.current.document)).toBe('mine, and more\ntheirs');
      expect(result.current.isChanged).toBe(true);
    });
  });

  it('makes a draft that was taken its own', () => {
    const adoptDraft = vi.fn(async () => undefined);
    const { result } = use({
      draft: { document: paragraphs('old'), savedAt: '2026-03-01T08:30:00.000Z' },
      adoptDraft,
    });
    act(() => result.current.restore?.accept());
    expect(adoptDraft).toHaveBeenCalledOnce();
  });

  it('publishes the text after storing it', async () => {
    const { result, saved, sent, rerender, base } = use();
    act(() => result.current.onChange(paragraphs('good')));
    let done: boolean | undefined;
    await act(async () => {
      done = await result.current.publish();
    });
    expect(done).toBe(true);
    expect([saved, sent]).toEqual([['good'], ['good']]);
    expect(result.current.state).toBe('saved');
    rerender({ ...base, published: paragraphs('good') });
    expect(result.current.isChanged).toBe(false);
  });

  it('keeps the draft when publishing fails', async () => {
    const { result, saved } = use({ publish: async () => Promise.reject(new Error('conflict')) });
    act(() => result.current.onChange(paragraphs('good')));
    let done: boolean | undefined;
    await act(async () => {
      done = await result.current.publish();
    });
    expect(done).toBe(false);
    expect(saved).toEqual(['good']);
    expect(plainText(result.current.document)).toBe('good');
    expect(String(result.current.error)).toContain('conflict');
  });

  it('offers a draft that was found, and takes it only when asked', () => {
    const draft = { document: paragraphs('half a thought'), savedAt: '2026-03-01T08:30:00.000Z' };
    const { result } = use({ draft });
    expect(plainText(result.current.document)).toBe('published');
    expect(result.current.restore?.savedAt).toBe(draft.savedAt);
    act(() => result.current.restore?.accept());
    expect(plainText(result.current.document)).toBe('half a thought');
    expect(result.current.restore).toBeUndefined();
  });

  it('lets a draft go when asked', () => {
    const discardDraft = vi.fn(async () => undefined);
    const { result } = use({
      draft: { document: paragraphs('old'), savedAt: '2026-03-01T08:30:00.000Z' },
      discardDraft,
    });
    act(() => result.current.restore?.dismiss());
    expect(discardDraft).toHaveBeenCalledOnce();
    expect(plainText(result.current.document)).toBe('published');
    expect(result.current.restore).toBeUndefined();
  });

  it('offers neither a draft equal to the text, nor its own saves', () => {
    const savedAt = '2026-03-01T08:30:00.000Z';
    const { result, rerender, base } = use({ draft: { document: paragraphs('published'), savedAt } });
    expect(result.current.restore).toBeUndefined();
    act(() => result.current.onChange(paragraphs('typed')));
    rerender({ ...base, draft: { document: paragraphs('typed'), savedAt } });
    expect(result.current.restore).toBeUndefined();
  });
});
