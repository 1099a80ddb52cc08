// @vitest-environment jsdom
import { ORPCError } from '@orpc/client';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { byDay, dayName } from '../../renderer/widgets/history-days.ts';
import { historyFields, historyText, restorable } from '../../renderer/widgets/history-fields.ts';
import { mergeDocuments } from '../../shared/richtext/merge.ts';
import { openFakeLibrary } from '../support/fake-library.ts';
import { giveSizes, show } from '../support/page.tsx';
import { paragraphs } from '../support/rich-text-builders.ts';

beforeAll(() => {
  giveSizes();
  openFakeLibrary();
});
afterEach(cleanup);

describe('what could not be saved', () => {
  it.each([
    ['DISK_FULL', 'The disk is full.'],
    ['READ_ONLY', 'cannot be written to'],
    ['INTERNAL_SERVER_ERROR', 'Something went wrong'],
  ])('says so, and that it is kept: %s', async (code, words) => {
    const { UnsavedBanner } = await import('../../renderer/widgets/unsaved-banner.tsx');
    const onRetry = vi.fn();
    await show(
      <UnsavedBanner
        error={new ORPCError(code, { status: 507 })}
        document={paragraphs('precious')}
        onRetry={onRetry}
      />,
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain(words);
    expect(alert.textContent).toContain('Your text is kept in this window');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('two versions of a paragraph to choose from', () => {
  it('shows both, strikes out neither, and gives on the choice', async () => {
    const { MergeNotice } = await import('../../renderer/widgets/merge-notice.tsx');
    const { document, conflicts } = mergeDocuments(
      paragraphs('watch the rod'),
      paragraphs('watch the rod, mine'),
      paragraphs('watch the rod, theirs'),
    );
    const onSettle = vi.fn();
    const { container } = await show(
      <MergeNotice document={document} conflicts={conflicts} onSettle={onSettle} />,
    );
    expect(container.textContent).toContain('mine');
    expect(container.textContent).toContain('theirs');
    expect(container.querySelector('del, ins')).toBeNull();
    expect(container.querySelectorAll('mark').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Keep the other' }));
    expect(onSettle).toHaveBeenCalledWith(conflicts[0], 'theirs');
  });
});

describe('a difference for those who hear the page', () => {
  it('says in words what came and what went', async () => {
    const { RichTextDiffView } = await import('../../renderer/editor/index.ts');
    const { container } = await show(
      <RichTextDiffView before={paragraphs('the pump hums')} after={paragraphs('the pump sings')} />,
    );
    expect(container.querySelector('del')?.textContent).toBe('removed: hums end ');
    expect(container.querySelector('ins')?.textContent).toBe('added: sings end ');
    expect(container.querySelector('.rt-diff-label')?.textContent).toBe('Changed');
  });
});

describe('the days of a history', () => {
  const format = { day: (day: string, style?: string) => `${style}:${day}` };
  const words = { today: 'today', yesterday: 'yesterday' };
  const noon = new Date(2026, 10, 20, 12).getTime();
  it.each([
    ['2026-11-20', 'today'],
    ['2026-11-19', 'yesterday'],
    ['2026-11-17', 'weekday:2026-11-17'],
    ['2026-11-14', 'weekday:2026-11-14'],
    ['2026-11-13', 'long:2026-11-13'],
    ['2026-11-21', 'long:2026-11-21'],
  ])('%s is %s', (day, name) => {
    expect(dayName(day, noon, format, words)).toBe(name);
  });

  it('groups versions by the day of the reader, and bears a time that is none', () => {
    const at = (hour: number) => new Date(2026, 10, 20, hour).toISOString();
    expect(
      byDay([{ at: at(23) }, { at: at(0) }, { at: new Date(2026, 10, 19, 23).toISOString() }, { at: 'x' }]),
    ).toEqual([
      { day: '2026-11-20', rows: [{ at: at(23) }, { at: at(0) }] },
      { day: '2026-11-19', rows: [{ at: new Date(2026, 10, 19, 23).toISOString() }] },
      { day: 'x', rows: [{ at: 'x' }] },
    ]);
  });
});

describe('what the history shows of a record', () => {
  it('shows texts, lists, boxes and steps as one kind of document, and bears whatever an old version lacks', () => {
    const fields = historyFields('session', {
      title: 'Why it drifts',
      agenda: [{ id: 'a', text: 'the seal', done: true }],
      notes: paragraphs('warm the oil'),
    });
    expect(fields.map(({ name }) => name)).toEqual(['title', 'agenda', 'notes', 'actions', 'reflection']);
    expect(historyText(fields)).toBe('Why it drifts\n\nthe seal\n\nwarm the oil');
    for (const odd of [null, 'x', 3, [], { sections: 'x' }, { sections: [{ steps: null }] }])
      expect(historyText(historyFields('playbook', odd)).trim()).toBe('');
  });

  it('gives an unreadable text out raw and never brings it back', () => {
    const old = { title: 'Boom', document: { version: 9, blocks: [] }, tags: ['x'] };
    expect(historyFields('note', old)[1]).toMatchObject({
      newerVersion: 9,
      raw: '{"version":9,"blocks":[]}',
    });
    expect(restorable('note', old)).toEqual({ title: 'Boom' });
  });
});
