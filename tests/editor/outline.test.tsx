// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OfferedReading, Outline, RichTextView, TextPlaceProvider } from '../../renderer/editor/index.ts';
import { headingsOf, sectionAt } from '../../renderer/editor/outline/sections.ts';
import { createI18n, LanguageProvider, loadBundle } from '../../renderer/i18n/index.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { documentOf, MENTIONED, paragraphs } from '../support/rich-text-builders.ts';

const i18n = createI18n('fa', await loadBundle('fa'));
afterEach(cleanup);

const heading = (level: 1 | 2 | 3, text: string): Block => ({
  id: '',
  type: 'heading',
  level,
  children: [{ text }],
});
const text = (words: string): Block => ({ id: '', type: 'paragraph', children: [{ text: words }] });

const reading = (document: RichText) =>
  render(
    <LanguageProvider i18n={i18n} language="fa" calendar={null}>
      <TextPlaceProvider>
        <OfferedReading document={document}>
          <RichTextView document={document} />
        </OfferedReading>
        <Outline />
      </TextPlaceProvider>
    </LanguageProvider>,
  );

describe('the outline beside a text that is only read', () => {
  beforeAll(() => {
    // jsdom draws nothing: it has no points and scrolls nowhere.
    document.elementsFromPoint = () => [];
    Element.prototype.scrollIntoView = vi.fn();
  });

  it('lists the headings with their nesting, and goes to one', async () => {
    reading(documentOf(heading(1, 'One'), text('a'), heading(3, 'Deep'), heading(2, 'دو'), heading(1, '')));
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => [item.textContent, item.getAttribute('aria-level')])).toEqual([
      ['One', '1'],
      ['Deep', '2'],
      ['دو', '2'],
      ['سرتیتر بدون واژه', '1'],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'دو' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'دو' }));
    expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
    // Nothing can be moved in a text that is only read.
    expect(screen.queryByRole('button', { name: 'بردن بخش به بالا' })).toBeNull();
  });

  it('walks its entries with the arrows', async () => {
    reading(documentOf(heading(1, 'One'), heading(1, 'Two')));
    (await screen.findByRole('button', { name: 'One' })).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Two');
    await userEvent.keyboard('{Home}');
    expect(document.activeElement?.textContent).toBe('One');
  });

  it('says in words that there is nothing to list', () => {
    reading(paragraphs('only text'));
    expect(screen.getByText('این متن سرتیتر ندارد.')).toBeTruthy();
  });
});

describe('sections', () => {
  it('take their title from all that is in the line', () => {
    const [only] = headingsOf([
      {
        id: 'one',
        type: 'heading',
        level: 2,
        children: [
          { text: '  Ask ' },
          { type: 'mention', kind: 'person', id: MENTIONED, label: 'Maryam', children: [] },
          { text: '\nnow' },
        ],
      } satisfies Block,
    ]);
    expect(only).toEqual({ id: 'one', title: 'Ask Maryam now', level: 2, depth: 0, index: 0 });
  });

  it('end at the next heading that is as large', () => {
    const { blocks } = documentOf(heading(2, 'a'), text('x'), heading(3, 'b'), heading(1, 'c'));
    expect(sectionAt(blocks, 0)).toEqual({ first: 0, end: 3 });
    expect(sectionAt(blocks, 1)).toBeUndefined();
    expect(sectionAt(blocks, 9)).toBeUndefined();
  });
});
