// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../renderer/ui/toast-queue.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { type FakeLibrary, openFakeLibrary } from '../support/fake-library.ts';
import { giveSizes, show } from '../support/page.tsx';

const job = (more: Partial<Job> = {}): Job => ({
  id: 'j1',
  kind: 'import-cases',
  title: 'cases.csv',
  state: 'running',
  stage: 'writing',
  done: 1_200,
  total: 5_000,
  startedAt: '2026-11-21T10:00:00.000Z',
  finishedAt: null,
  error: null,
  result: null,
  ...more,
});
let jobs: Job[] = [];
let created: unknown = null;
let library: FakeLibrary;

beforeAll(() => {
  giveSizes();
  library = openFakeLibrary({
    'jobs.list': () => jobs,
    'jobs.get': () => jobs[0],
    'jobs.watch': async function* () {
      yield jobs[0];
    },
    'jobs.cancel': () => ({}),
    'search.suggest': (input: { query: string }) => [
      {
        kind: 'note',
        id: '01900000-0000-7000-8000-00000000000a',
        title: `Found ${input.query}`,
        subtitle: '',
        language: 'en',
        deletedAt: null,
      },
    ],
    'notes.create': (input: { fields: Record<string, unknown> }) => {
      created = input.fields;
      return {
        id: '01900000-0000-7000-8000-00000000000b',
        createdAt: '2026-11-21T10:00:00.000Z',
        updatedAt: '2026-11-21T10:00:00.000Z',
        createdBy: null,
        version: 1,
        deletedAt: null,
        title: '',
        kind: 'concept',
        document: { version: 1, blocks: [] },
        language: '',
        topicIds: [],
        authorId: null,
        sessionId: null,
        audience: 'team',
        confidence: 'draft',
        tags: [],
        source: '',
        externalId: '',
        ...input.fields,
      };
    },
  });
});
beforeEach(() => {
  jobs = [];
  created = null;
  toasts.clear();
});
afterEach(cleanup);

describe('the jobs tray', () => {
  it('is away while nothing runs', async () => {
    const { JobsTray } = await import('../../renderer/app/jobs-tray.tsx');
    await show(<JobsTray />);
    await waitFor(() => expect(library.calls.some((call) => call.startsWith('jobs.list'))).toBe(true));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows count and stage, cancels, and tells how it ended', async () => {
    const { JobsTray } = await import('../../renderer/app/jobs-tray.tsx');
    jobs = [job()];
    const { queries } = await show(<JobsTray />);
    await userEvent.click(await screen.findByRole('button', { name: '1 job running' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/1,200 of 5,000/)).toBeTruthy();
    expect(within(dialog).getByText(/Writing/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: /Cancel Import cases/ }));
    await waitFor(() => expect(library.calls).toContain('jobs.cancel {"id":"j1"}'));
    jobs = [job({ state: 'cancelled', finishedAt: '2026-11-21T10:01:00.000Z' })];
    await act(() => queries.invalidateQueries());
    await waitFor(() =>
      expect(
        toasts
          .list()
          .map((toast) => toast.text)
          .join(),
      ).toMatch(/was cancelled/),
    );
  });

  it('tells a failure with its reason, once', async () => {
    const { JobsTray } = await import('../../renderer/app/jobs-tray.tsx');
    jobs = [job()];
    const { queries } = await show(<JobsTray />);
    await screen.findByRole('button');
    jobs = [job({ state: 'failed', error: { code: 'DISK_FULL', detail: 'ENOSPC' } })];
    await act(() => queries.invalidateQueries());
    await waitFor(() => expect(toasts.list()).toHaveLength(1));
    expect(toasts.list()[0]?.text).toMatch(/did not finish.*disk is full/i);
    await act(() => queries.invalidateQueries());
    expect(toasts.list()).toHaveLength(1);
  });
});

describe('the palette', () => {
  const open = async (go = vi.fn()) => {
    const { Palette } = await import('../../renderer/app/palette.tsx');
    const { frameCommands } = await import('../../renderer/app/frame-commands.tsx');
    const capture = vi.fn();
    await show(
      <Palette
        isOpen
        onOpenChange={() => undefined}
        commands={frameCommands({ capture, shortcuts: () => undefined })}
        go={go}
      />,
    );
    return { go, capture, box: await screen.findByRole('combobox') };
  };

  it('finds records as one types and opens them with Enter', async () => {
    const { go, box } = await open();
    await userEvent.type(box, 'seal');
    await screen.findByRole('option', { name: /Found seal/ });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(go).toHaveBeenCalledWith('/notes/01900000-0000-7000-8000-00000000000a');
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { go, box } = await open();
    await userEvent.type(box, '密封');
    await screen.findByRole('option', { name: /Found/ });
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
    expect(go).not.toHaveBeenCalled();
  });

  it('walks around the ends and runs commands', async () => {
    const { box, capture } = await open();
    const options = screen.getAllByRole('option');
    expect(options[0]?.getAttribute('aria-selected')).toBe('true');
    // The commands of features arrive one after the other: walk only when the list has stopped growing.
    let count = -1;
    await waitFor(
      () => {
        const before = count;
        count = screen.getAllByRole('option').length;
        expect(count).toBe(before);
      },
      { interval: 400, timeout: 20_000 },
    );
    fireEvent.keyDown(box, { key: 'ArrowUp' });
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('false');
    expect(
      screen.getAllByRole('option').filter((one) => one.getAttribute('aria-selected') === 'true'),
    ).toHaveLength(1);
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(capture).toHaveBeenCalledTimes(1);
  });
});

describe('quick capture', () => {
  it('keeps a note with one key and a title from its first line', async () => {
    const { QuickCapture } = await import('../../renderer/app/quick-capture.tsx');
    const onOpenChange = vi.fn();
    await show(<QuickCapture isOpen onOpenChange={onOpenChange} go={() => undefined} />);
    const box = await screen.findByRole('textbox', { name: /What did you notice/ });
    fireEvent.change(box, { target: { value: 'The gland drips.\n\nSixty drops a minute is fine.' } });
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false));
    expect(created).toMatchObject({ title: 'The gland drips.' });
    expect((created as { document: { blocks: unknown[] } }).document.blocks).toHaveLength(2);
    expect(toasts.list()[0]?.action).toBeTruthy();
  });

  it('makes titles that end at a word', async () => {
    const { titleFrom } = await import('../../renderer/app/quick-capture.tsx');
    expect(titleFrom('  one line \n two')).toBe('one line');
    expect(titleFrom('')).toBe('');
    const long = titleFrom('pump '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(81);
    expect(long.endsWith('pump…')).toBe(true);
    expect(titleFrom('密'.repeat(200))).toBe(`${'密'.repeat(80)}…`);
  });
});

describe('keys anywhere', () => {
  it('are read by place, so that Persian and Thai layouts have them too', async () => {
    const { comboOf } = await import('../../renderer/app/use-hotkeys.ts');
    const event = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(comboOf({ ...event, key: 'ن', code: 'KeyK', ctrlKey: true })).toBe('mod+k');
    expect(comboOf({ ...event, key: 'K', code: 'KeyK', metaKey: true })).toBe('mod+k');
    expect(comboOf({ ...event, key: 'N', code: 'KeyN', ctrlKey: true, shiftKey: true })).toBe('mod+shift+n');
    expect(comboOf({ ...event, key: '?', code: 'Slash', shiftKey: true })).toBe('?');
    expect(comboOf({ ...event, key: '3', code: 'Digit3', altKey: true })).toBe('alt+3');
  });
});
