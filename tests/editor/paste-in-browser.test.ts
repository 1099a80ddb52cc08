// Pasting in a real browser: its clipboard, its parser of HTML, its content policy.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { WORD_WORDS, wordClipboard } from '../fixtures/word-page.ts';
import { putOnClipboard, written } from './browser-page.ts';
import { describeInBrowser, see } from './in-browser.ts';

describeInBrowser('pasting in Chromium', (pages) => {
  const paste = async (page: Page, html: string, text: string, keys = 'ControlOrMeta+V'): Promise<void> => {
    await putOnClipboard(page, html, text);
    await page.locator('[data-slate-editor]').focus();
    await page.keyboard.press(keys);
  };
  const putText = (page: Page, text: string): Promise<void> =>
    page.evaluate((words) => navigator.clipboard.writeText(words), text);

  it('a page of Word keeps its form, and the note says what did not come, in words', async () => {
    const page = await pages.open('doc=empty');
    const clipboard = wordClipboard();
    await paste(page, clipboard['text/html'], clipboard['text/plain']);
    await see(page.getByRole('status').filter({ hasText: '2 things were simplified' })).toContainText(
      '2 pictures were left out; their descriptions were kept.',
    );
    const lines = await written(page);
    expect(lines[0]).toBe(`h1 ${WORD_WORDS.heading}`);
    expect(lines.some((line) => line.startsWith('table') && line.includes('Cover bolts'))).toBe(true);
    const found = await new AxeBuilder({ page }).include('.rt-paste-note').analyze();
    expect(found.violations).toEqual([]);
    await page.getByRole('button', { name: 'Close this note' }).click();
    await see(page.locator('.rt-paste-note')).toBeEmpty();
  });

  it('Markdown is read under the content policy, and one undo gives back its letters', async () => {
    const page = await pages.open('doc=empty');
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content.Security.Policy|TrustedHTML/iu.test(message.text())) refused.push(message.text());
    });
    await putText(page, '## Seal &amp; gland\n\n- [x] off\n\n<u>by hand</u>');
    await page.locator('[data-slate-editor]').focus();
    await page.keyboard.press('ControlOrMeta+V');
    await see
      .poll(() => written(page))
      .toEqual(['h2 Seal & gland', 'check off', 'paragraph {underline:by hand}']);
    await page.keyboard.press('ControlOrMeta+Z');
    await see
      .poll(() => written(page))
      .toEqual(['paragraph ## Seal &amp; gland', 'paragraph - [x] off', 'paragraph <u>by hand</u>']);
    expect(refused).toEqual([]);
  });

  it('Ctrl+Shift+V takes the words alone', async () => {
    const page = await pages.open('doc=empty');
    await paste(page, '<h1>Seal</h1><p><b>x</b></p>', '# Seal\n\n**x**', 'ControlOrMeta+Shift+V');
    await see.poll(() => written(page)).toEqual(['paragraph # Seal', 'paragraph **x**']);
  });

  it('asks before ten megabytes, and the page answers meanwhile', async () => {
    const page = await pages.open('doc=empty');
    await paste(page, '<p>A line of words.</p>'.repeat(450_000), 'A line of words.');
    await see(page.getByRole('status').filter({ hasText: 'Nothing was pasted' })).toBeVisible();
    await page.keyboard.type('Still here');
    await see.poll(() => written(page)).toEqual(['paragraph Still here']);
  });

  it('ten thousand elements in each other are their words', async () => {
    const page = await pages.open('doc=empty');
    await paste(page, `${'<div>'.repeat(10_000)}deep`, 'deep');
    await see.poll(() => written(page)).toEqual(['paragraph deep']);
  });
});
