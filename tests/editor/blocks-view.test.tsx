// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RichTextView } from '../../renderer/editor/index.ts';
import { createI18n, type Language, LanguageProvider, loadBundle } from '../../renderer/i18n/index.ts';
import { parseBlocks } from './notation.ts';

const bundles = { en: await loadBundle('en'), fa: await loadBundle('fa') };
const show = (lines: readonly string[], language: keyof typeof bundles & Language = 'en') =>
  render(
    <LanguageProvider i18n={createI18n(language, bundles[language])} language={language} calendar={null}>
      <RichTextView document={{ version: 2, blocks: parseBlocks(lines) }} />
    </LanguageProvider>,
  ).container;
afterEach(cleanup);

describe('reading the larger blocks', () => {
  it('gives a table its header, its rows and the alignment of its columns', () => {
    const container = show(['table.header Sound ¦ (end) Hours // hum ¦ (end) 0.5']);
    const table = screen.getByRole('table');
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Sound', 'Hours']);
    expect(
      within(table)
        .getAllByRole('columnheader')
        .every((cell) => cell.getAttribute('scope') === 'col'),
    ).toBe(true);
    expect(container.querySelector('td[data-align="end"]')?.textContent).toBe('0.5');
    expect(container.querySelector('thead')?.rows).toHaveLength(1);
  });

  it('has no column headers where the first row names none', () => {
    const container = show(['table a ¦ b // c ¦ ·']);
    expect(screen.queryAllByRole('columnheader')).toHaveLength(0);
    expect(container.querySelectorAll('td')).toHaveLength(4);
  });

  it('runs a table by its first strong letter and each cell by its own', () => {
    const container = show(['table.header صدا ¦ مدل // Grundfos ¦ 12']);
    expect(container.querySelector('.rt-table')?.getAttribute('dir')).toBe('rtl');
    const [brand, number] = container.querySelectorAll('td');
    expect(brand?.dir).toBe('ltr');
    // A number has no letters of its own: it stands where the table puts it.
    expect(number?.hasAttribute('dir')).toBe(false);
  });

  it.each([
    ['info', 'Good to know'],
    ['tip', 'Tip'],
    ['warning', 'Warning'],
    ['never', 'Never do this'],
  ])('names a callout by words and a shape, not by colour alone: %s', (tone, name) => {
    const container = show([`callout.${tone} Hot.⏎Very.`]);
    expect(screen.getByRole('note', { name }).textContent).toBe(`${name}Hot.\nVery.`);
    expect(container.querySelectorAll('.rt-callout-head svg')).toHaveLength(1);
    expect(container.querySelector('button')).toBeNull();
  });

  it('labels every part of a judgement, in the language of the interface', () => {
    show(['judge hum ¦ heat ¦ stop ¦ because ¦ flood'], 'fa');
    const block = screen.getByRole('group', { name: 'داوری' });
    const parts = within(block).getAllByRole('group');
    expect(parts).toHaveLength(5);
    expect(within(block).getByRole('group', { name: 'چرا' }).textContent).toBe('چراbecause');
  });

  it('shows a decision branch by branch and no hint what to write', () => {
    const container = show(['decide Does it turn? ¦ yes ¦ capacitor ¦ no ¦ ·']);
    const block = screen.getByRole('group', { name: 'Decision' });
    expect(within(block).getAllByRole('group', { name: 'When' })).toHaveLength(2);
    expect(within(block).getAllByRole('group', { name: 'Then' })).toHaveLength(2);
    expect(container.querySelector('[data-hint]')).toBeNull();
  });

  it('keeps links and marks in cells and parts, and shows markup as words', () => {
    const container = show(['table {a https://x.org:page} ¦ {b:bold}', 'judge <b>no</b>']);
    expect(container.querySelector('td a')?.getAttribute('href')).toBe('https://x.org');
    expect(container.querySelector('td strong')?.textContent).toBe('bold');
    expect(screen.getByText('<b>no</b>')).toBeTruthy();
  });

  it('marks a table that is too large to be shown at full length', () => {
    const row = Array.from({ length: 40 }, () => 'x').join(' ¦ ');
    const container = show([`table ${Array.from({ length: 40 }, () => row).join(' // ')}`, 'table a ¦ b']);
    expect(
      [...container.querySelectorAll('.rt-table')].map((each) => each.hasAttribute('data-large')),
    ).toEqual([true, false]);
  });
});
