// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createDraftKeeper,
  type DraftedDocumentOptions,
  type DraftState,
  type StoredDraft,
  useDraftedDocument,
} from '../../renderer/editor/index.ts';
import { EMPTY_DOCUMENT } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { paragraphs } from '../support/rich-text-builders.ts';

// A draft that was left behind may be older than what was saved since: taking it must not write over that.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const savedAt = '2026-03-01T08:30:00.000Z';

function open(published: ReturnType<typeof paragraphs>, draft: StoredDraft) {
  const saved: { text: string; version: number }[] = [];
  const adopted = vi.fn(async () => undefined);
  const base: DraftedDocumentOptions = {
    key: 'note-1',
    published,
    version: 3,
    draft,
    saveDraft: async (document, version) => void saved.push({ text: plainText(document), version }),
    adoptDraft: adopted,
    publish: async () => undefined,
  };
  const hook = renderHook((props: DraftedDocumentOptions) => useDraftedDocument(props), {
    initialProps: base,
  });
  return { ...hook, base, saved, adopted };
}

describe('a draft that was left behind', () => {
  it('is joined with what was saved since, and stored so', async () => {
    const { result, saved, adopted } = open(paragraphs('one', 'two, theirs'), {
      document: paragraphs('one, mine', 'two'),
      savedAt,
      base: paragraphs('one', 'two'),
    });
    await act(async () => result.current.restore?.accept());
    expect(plainText(result.current.document)).toBe('one, mine\ntwo, theirs');
    expect(result.current.conflicts).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(adopted).toHaveBeenCalledOnce();
    expect(saved).toEqual([{ text: 'one, mine\ntwo, theirs', version: 3 }]);
  });

  it('stands beside what was saved since where nobody knows what it was made from', () => {
    const { result } = open(paragraphs('theirs', 'same'), {
      document: paragraphs('mine', 'same'),
      savedAt,
      base: EMPTY_DOCUMENT,
    });
    act(() => result.current.restore?.accept());
    expect(plainText(result.current.document)).toBe('mine\ntheirs\nsame');
    expect(result.current.conflicts).toHaveLength(1);
  });

  it('is joined with what another window saves before the answer is given', () => {
    const { result, rerender, base } = open(paragraphs('one', 'two'), {
      document: paragraphs('one, mine', 'two'),
      savedAt,
    });
    rerender({ ...base, published: paragraphs('one', 'two, theirs'), version: 4 });
    act(() => result.current.restore?.accept());
    expect(plainText(result.current.document)).toBe('one, mine\ntwo, theirs');
  });
});

describe('a draft that is stored', () => {
  it('says which save it was made from, not which one is the newest', async () => {
    const { result, rerender, base, saved } = open(paragraphs('one', 'two'), {
      document: paragraphs('one', 'two'),
      savedAt,
    });
    act(() => result.current.onChange(paragraphs('one, mine', 'two')));
    // Saved elsewhere, but not joined yet: the writer has not paused.
    rerender({ ...base, published: paragraphs('one', 'two, theirs'), version: 4 });
    await act(() => vi.advanceTimersByTimeAsync(600));
    expect(saved).toEqual([{ text: 'one, mine\ntwo', version: 3 }]);
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(saved.at(-1)).toEqual({ text: 'one, mine\ntwo, theirs', version: 4 });
  });

  it('says so also when it is stored late, with another text open by then', async () => {
    const saved: number[] = [];
    let refuse = true;
    const { result, rerender, base } = open(paragraphs('one'), { document: paragraphs('one'), savedAt });
    const saveDraft = async (_document: unknown, version: number): Promise<void> => {
      if (refuse) throw new Error('for a moment');
      saved.push(version);
    };
    rerender({ ...base, key: 'note-2', draft: undefined, version: 7, saveDraft });
    act(() => result.current.onChange(paragraphs('one, mine')));
    await act(() => vi.advanceTimersByTimeAsync(600));
    rerender({ ...base, key: 'note-3', draft: undefined, version: 1 });
    refuse = false;
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(saved).toEqual([7]);
  });
});

describe('a store that hangs', () => {
  it('is told after ten seconds, and taken back once the answer comes', async () => {
    const states: DraftState[] = [];
    let store = (): void => undefined;
    const keeper = createDraftKeeper<string>({
      save: () => new Promise((resolve) => (store = resolve)),
      onState: (state) => states.push(state),
    });
    keeper.put('words');
    void keeper.flush();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(states.at(-1)).toBe('saving');
    await vi.advanceTimersByTimeAsync(1);
    expect(states.at(-1)).toBe('failed');
    store();
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('saved');
  });
});
