// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  DamagedDocument,
  RichTextDiffView,
  RichTextEditor,
  RichTextView,
} from '../../renderer/editor/index.ts';
import { createI18n, LanguageProvider, loadBundle } from '../../renderer/i18n/index.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { documentOf, MENTIONED, paragraphs } from '../support/rich-text-builders.ts';

const i18n = createI18n('en', await loadBundle('en'));
const show = (node: ReactNode) =>
  render(
    <LanguageProvider i18n={i18n} language="en" calendar={null}>
      {node}
    </LanguageProvider>,
  );
afterEach(cleanup);

const mention = {
  type: 'mention' as const,
  kind: 'case' as const,
  id: MENTIONED,
  label: 'Case 9',
  children: [],
};

describe('reading a document', () => {
  it('shows blocks as what they are, each in its direction', () => {
    const { container } = show(
      <RichTextView
        document={documentOf(
          { id: '', type: 'heading', level: 1, children: [{ text: 'Title' }] },
          { id: '', type: 'paragraph', children: [{ text: 'سلام', bold: true }] },
          { id: '', type: 'list-item', style: 'number', depth: 0, children: [{ text: 'یک' }] },
          {
            id: '',
            type: 'list-item',
            style: 'check',
            depth: 0,
            checked: true,
            children: [{ text: 'done' }],
          },
          { id: '', type: 'code', children: [{ text: 'ls' }] },
          { id: '', type: 'divider', children: [] },
        )}
      />,
    );
    expect(screen.getByRole('heading', { level: 2, name: 'Title' }).dir).toBe('ltr');
    expect(container.querySelector('p strong')?.closest('p')?.dir).toBe('rtl');
    expect(screen.getAllByRole('list')).toHaveLength(1);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(container.querySelector('[data-style="number"] .rt-marker')?.getAttribute('data-mark')).toBe('۱.');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done' }).checked).toBe(true);
    expect(container.querySelector('pre')?.dir).toBe('ltr');
    expect(container.querySelector('hr')).not.toBeNull();
  });

  it('opens a mentioned record under the name it has today', async () => {
    const open = vi.fn();
    show(
      <RichTextView
        document={documentOf({ id: '', type: 'paragraph', children: [mention] })}
        onOpenRecord={open}
        resolveTitle={() => 'Case 9, closed'}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Case 9, closed' }));
    expect(open).toHaveBeenCalledWith('case', MENTIONED);
  });

  it('shows a new name when it becomes known', () => {
    const document = documentOf({ id: '', type: 'paragraph', children: [mention] });
    const wrap = (resolve?: () => string) => (
      <LanguageProvider i18n={i18n} language="en" calendar={null}>
        <RichTextView document={document} {...(resolve ? { resolveTitle: resolve } : {})} />
      </LanguageProvider>
    );
    const { rerender } = render(wrap());
    expect(screen.getByText('Case 9')).toBeTruthy();
    rerender(wrap(() => 'Renamed'));
    expect(screen.getByText('Renamed')).toBeTruthy();
  });

  it('shows words, never markup, and no address that runs something', () => {
    const { container } = show(
      <RichTextView
        document={documentOf({
          id: '',
          type: 'paragraph',
          children: [
            { text: '<img src=x onerror=alert(1)>' },
            { type: 'link', url: 'javascript:alert(1)', children: [{ text: 'link' }] },
          ],
        })}
      />,
    );
    expect(container.querySelector('img, a')).toBeNull();
    expect(container.textContent).toBe('<img src=x onerror=alert(1)>link');
  });

  it('shows only the first blocks in a preview', () => {
    const { container } = show(<RichTextView document={paragraphs('a', 'b', 'c')} maxBlocks={2} />);
    expect(container.textContent).toBe('ab');
  });
});

describe('a document that could not be read', () => {
  it('is shown as it is and cannot be changed', () => {
    show(<DamagedDocument raw='{"broken":' />);
    const raw = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Stored text' });
    expect(raw.value).toBe('{"broken":');
    expect(raw.readOnly).toBe(true);
  });

  it('says when it comes from a later Heirloom', () => {
    show(<DamagedDocument raw="{}" newerVersion={7} />);
    expect(screen.getByText(/document version 7/u)).toBeTruthy();
  });

  it.each([
    ['an unknown block', { version: 1, blocks: [{ id: 'block-1', type: 'marquee', children: [] }] }],
    [
      'two blocks with one id',
      { version: 1, blocks: [...paragraphs('a').blocks, ...paragraphs('b').blocks] },
    ],
    ['nothing', null],
    ['a later version', { version: 3, blocks: [] }],
  ])('never gets an editor: %s', (_name, document) => {
    const change = vi.fn();
    const { container } = show(
      <RichTextEditor document={document as unknown as RichText} onChange={change} ariaLabel="Note" />,
    );
    expect(container.querySelector('[contenteditable="true"]')).toBeNull();
    expect(screen.getByRole('region', { name: 'This text could not be read' })).toBeTruthy();
    expect(change).not.toHaveBeenCalled();
  });
});

describe('comparing two versions', () => {
  const before = paragraphs('one', 'two', 'three', 'four', 'five', 'six', 'seven');

  it('marks what came and what went, and says so in words', () => {
    const after: RichText = {
      version: 1,
      blocks: before.blocks.map((block, at) =>
        at === 0
          ? { ...block, id: block.id, type: 'paragraph' as const, children: [{ text: 'one more' }] }
          : block,
      ),
    };
    const { container } = show(<RichTextDiffView before={before} after={after} />);
    expect([...container.querySelectorAll('ins')].map((each) => each.textContent)).toEqual([
      'added:  more end ',
    ]);
    expect(screen.getByText('Changed')).toBeTruthy();
  });

  it('folds what did not change, and opens it', async () => {
    const after: RichText = { version: 1, blocks: before.blocks.slice(1) };
    const { container } = show(<RichTextDiffView before={before} after={after} />);
    expect(container.querySelector('del')?.textContent).toBe('removed: one end ');
    expect(container.textContent).not.toContain('six');
    await userEvent.click(screen.getByRole('button', { name: '5 paragraphs unchanged' }));
    expect(container.textContent).toContain('six');
  });

  it('says when nothing has changed', () => {
    show(<RichTextDiffView before={before} after={before} />);
    expect(screen.getByText('Nothing has changed')).toBeTruthy();
  });
});
