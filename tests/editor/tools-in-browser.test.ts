import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { written } from './browser-page.ts';
import { describeInBrowser, see, settled } from './in-browser.ts';

// Find and replace, outline, grip, focus, counts and the toolbar over a selection, as a person meets them.

describeInBrowser('the tools around a text in Chromium', (pages) => {
  const text = (page: Page) => page.locator('[data-slate-editor]');
  const count = (page: Page) => page.getByRole('region', { name: 'Find and replace' }).getByRole('status');
  const selectedText = (page: Page) => page.evaluate(() => document.getSelection()?.toString());
  const painted = (page: Page) =>
    page.evaluate(() =>
      ['rt-find', 'rt-find-here'].map((name) =>
        [...((CSS.highlights.get(name) ?? []) as Iterable<StaticRange>)].map(
          ({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range.toString();
          },
        ),
      ),
    );

  it('finds words as they look, paints them all, and gives the one back as the selection', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('کلید ۱۲\nكليد 12\nThe key KEY کلید12');
    await page.keyboard.press('Control+F');
    await page.keyboard.type('کلید 12');
    await see(count(page)).toHaveText('1 of 2');
    expect(await painted(page)).toEqual([['كليد 12'], ['کلید ۱۲']]);
    await page.keyboard.press('Enter');
    await see(count(page)).toHaveText('2 of 2');
    await page.keyboard.press('Enter');
    await see(count(page)).toHaveText('1 of 2');
    await page.keyboard.press('Shift+Enter');
    await see(count(page)).toHaveText('2 of 2');
    await page.keyboard.press('Escape');
    await see(text(page)).toBeFocused();
    await see.poll(() => selectedText(page)).toBe('كليد 12');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await settled(page, ['paragraph کلید ۱۲', 'paragraph كليد 12', 'paragraph The key KEY کلید12']);
  });

  it('looks for what is selected, goes on with F3, and narrows with its options', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('key keys Key');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+F');
    await see(page.getByRole('textbox', { name: 'Find in this text' })).toHaveValue('Key');
    await see(count(page)).toHaveText('3 of 3');
    await page.getByRole('button', { name: 'Whole words only' }).click();
    await see(count(page)).toHaveText('2 of 2');
    await page.getByRole('button', { name: 'Match letters exactly' }).click();
    await see(count(page)).toHaveText('1 of 1');
    await page.getByRole('textbox', { name: 'Find in this text' }).fill('nowhere');
    await see(count(page)).toHaveText('Nothing found');
    await page.keyboard.press('Escape');
    await see(text(page)).toBeFocused();
  });

  it('replaces one, then all, each as one step back, and says how many', async () => {
    const page = await pages.open('doc=empty');
    const before = ['paragraph a {bold:pump} pump', 'bullet pump'];
    await page.keyboard.type('a **pump** pump\n- pump');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+H');
    await page.keyboard.type('pump');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('valve');
    await page.keyboard.press('Enter');
    await settled(page, ['paragraph a {bold:valve} pump', 'bullet pump']);
    await see(count(page)).toHaveText('1 replaced');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await settled(page, ['paragraph a {bold:valve} valve', 'bullet valve']);
    await see(count(page)).toHaveText('2 replaced');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await settled(page, ['paragraph a {bold:valve} pump', 'bullet pump']);
    await page.keyboard.press('Control+Z');
    await settled(page, before);
  });

  it('brings a match far down a long text into sight, and replaces thousands', async () => {
    const page = await pages.open('doc=2000');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+F');
    await page.keyboard.type('part 90');
    await see(count(page)).toHaveText('1 of 1');
    const heading = page.getByRole('heading', { name: 'Part 90' });
    await see(heading).toBeInViewport();
    await see.poll(() => painted(page)).toEqual([[], ['Part 90']]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('pump');
    await see(count(page)).toHaveText(/of 2,384$/u);
    await page.keyboard.press('Control+H');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('motor');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await see(count(page)).toHaveText('2,384 replaced');
    expect((await written(page)).some((line) => line.includes('pump'))).toBe(false);
  });

  it('follows what is written while the bar is open', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('pump');
    await page.keyboard.press('Control+F');
    await page.keyboard.type('pump');
    await see(count(page)).toHaveText('1 of 1');
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' and pump');
    await see(count(page)).toHaveText('1 of 2');
    await page.keyboard.press('F3');
    await see(count(page)).toHaveText('2 of 2');
  });

  it('shows the headings, says where one is, goes there and moves a section', async () => {
    const page = await pages.open('doc=empty&tools=1');
    const outline = page.getByRole('navigation', { name: 'Headings of this text' });
    await see(page.getByText('No headings yet.', { exact: false })).toBeVisible();
    await page.keyboard.type('# One\ntext\n## Inner\nmore\n# Two\nend');
    await see(outline.getByRole('listitem')).toHaveText(['One', 'Inner', 'Two']);
    await see(outline.getByRole('button', { name: 'Two' })).toHaveAttribute('aria-current', 'location');
    await outline.getByRole('button', { name: 'Inner' }).click();
    await see(text(page)).toBeFocused();
    await see(outline.getByRole('button', { name: 'Inner' })).toHaveAttribute('aria-current', 'location');
    await page.keyboard.type('My ');
    await see(outline.getByRole('listitem')).toHaveText(['One', 'My Inner', 'Two']);
    await outline.getByRole('button', { name: 'Two', exact: true }).focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await settled(page, [
      'h1 Two',
      'paragraph end',
      'h1 One',
      'paragraph text',
      'h2 My Inner',
      'paragraph more',
    ]);
    await see(outline.getByRole('status')).toHaveText('Section moved. It is now 1 of 3.');
    await see(outline.getByRole('button', { name: 'Two', exact: true })).toBeFocused();
    await text(page).getByRole('heading', { name: 'Two' }).click();
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await see.poll(async () => (await written(page))[0]).toBe('h1 One');
  });

  it('says where a paragraph is now, moved by the keyboard', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('one\ntwo\nthree');
    await page.keyboard.press('Alt+ArrowUp');
    await see(page.getByText('Moved up, now 2 of 3.')).toBeAttached();
    await settled(page, ['paragraph one', 'paragraph three', 'paragraph two']);
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await see(page.getByText('Already at the end.')).toBeAttached();
  });

  async function drag(page: Page, from: string, to: string, drop: 'up' | 'escape' = 'up') {
    await text(page).getByText(from, { exact: true }).hover();
    const grip = page.getByRole('button', { name: 'Move or change this paragraph' });
    await see(grip).toBeVisible();
    const start = await grip.boundingBox();
    const target = await text(page).getByText(to, { exact: true }).boundingBox();
    if (!start || !target) throw new Error('nothing to drag');
    await page.mouse.move(start.x + 10, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 30, { steps: 3 });
    await page.mouse.move(start.x + 20, target.y + target.height - 2, { steps: 5 });
    await see(page.locator('.rt-drop')).toBeVisible();
    if (drop === 'escape') await page.keyboard.press('Escape');
    await page.mouse.up();
    await see(page.locator('.rt-drop')).toBeHidden();
  }

  it('moves what is dragged by its grip, with what hangs below it; Escape calls it off', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('- one\nunder');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two\nthree');
    const before = ['bullet one', 'bullet+1 under', 'paragraph two', 'paragraph three'];
    await settled(page, before);
    await drag(page, 'one', 'three', 'escape');
    await settled(page, before);
    await see(page.getByText('Back where it was.')).toBeAttached();
    await drag(page, 'one', 'three');
    await settled(page, ['paragraph two', 'paragraph three', 'bullet one', 'bullet+1 under']);
    await see(page.getByText('Moved, now 3 of 4.')).toBeAttached();
    await see(text(page)).toBeFocused();
    await page.keyboard.press('Control+Z');
    await settled(page, before);
  });

  it('drags several selected paragraphs together', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('one\ntwo\nthree\nfour');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await drag(page, 'two', 'four');
    await settled(page, ['paragraph three', 'paragraph four', 'paragraph one', 'paragraph two']);
  });

  it('opens what can be done with a paragraph from the grip and from the keyboard', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('one\ntwo');
    await text(page).getByText('one').hover();
    await page.getByRole('button', { name: 'Move or change this paragraph' }).click();
    const menu = page.getByRole('menu', { name: 'Paragraph menu' });
    await see(menu).toBeVisible();
    await menu.getByRole('menuitem', { name: 'Large heading' }).click();
    await settled(page, ['h1 one', 'paragraph two']);
    await see(text(page)).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+/');
    await see(menu).toBeVisible();
    await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
    await settled(page, ['h1 one', 'paragraph two', 'paragraph two']);
    await page.keyboard.press('Control+/');
    await see(menu).toBeVisible();
    await menu.getByRole('menuitem', { name: 'Delete' }).click();
    await settled(page, ['h1 one', 'paragraph two']);
    await page.keyboard.press('Control+/');
    await see(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await see(menu).toHaveCount(0);
    await see(text(page)).toBeFocused();
    await page.keyboard.press('Control+Z');
    await settled(page, ['h1 one', 'paragraph two', 'paragraph two']);
  });

  it('puts everything but the text away, and back', async () => {
    const page = await pages.open('doc=sample&tools=1');
    const aside = page.getByRole('complementary', { name: 'Outline' });
    await see(aside).toBeVisible();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+Enter');
    await see(aside).toBeHidden();
    await see(page.getByText('Only the text is shown now. Escape leaves.')).toBeAttached();
    const ink = (name: string) =>
      text(page)
        .getByRole('heading', { name })
        .evaluate((element) => getComputedStyle(element).color);
    await see.poll(() => ink('When the pump hums but does not start')).not.toBe(await ink('What to check'));
    const axe = await new AxeBuilder({ page }).analyze();
    expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.keyboard.press('Escape');
    await see(aside).toBeVisible();
    await see(text(page)).toBeFocused();
    expect(await page.locator('[data-focus-away], [data-here]').count()).toBe(0);
  });

  it('counts words by script, and those selected', async () => {
    const page = await pages.open('doc=empty&tools=1');
    await page.keyboard.type('The pump\nپمپ صدا می‌دهد\n水泵不转');
    const foot = page.locator('.rt-foot');
    await see(foot).toHaveText('5 words, 4 Chinese characters · 1 minute to read');
    await page.keyboard.press('Shift+Home');
    await see(foot).toHaveText('4 Chinese characters selected');
    await page.keyboard.press('ArrowRight');
    await foot.getByRole('button').click();
    await see(page.getByRole('dialog')).toContainText('Persian and Arabic letters3 words');
  });

  it('lets the keyboard reach the toolbar over a selection and come back', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('make it bold');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    const bar = page.getByRole('toolbar', { name: 'Format the selection' });
    await see(bar).toBeVisible();
    await page.keyboard.press('Tab');
    await see(bar.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await settled(page, ['paragraph make it {bold:bold}']);
    await see(text(page)).toBeFocused();
    await see(bar).toBeVisible();
    await bar.getByRole('button', { name: 'Form of the paragraph' }).click();
    await page.getByRole('menuitem', { name: 'Quote' }).click();
    await settled(page, ['quote make it {bold:bold}']);
  });

  it('keeps the toolbar over a selection inside the window, from right to left as well', async () => {
    for (const language of ['en', 'fa']) {
      const page = await pages.open(`doc=empty&lang=${language}`);
      await page.setViewportSize({ width: 420, height: 600 });
      await page.keyboard.type('word سلام');
      for (const edge of ['Home', 'End']) {
        await page.keyboard.press(edge);
        await page.keyboard.press(`Control+Shift+${edge === 'Home' ? 'ArrowRight' : 'ArrowLeft'}`);
        const box = await page.locator('.rt-float-bar').boundingBox();
        expect(box).not.toBeNull();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(420);
      }
    }
  });

  for (const language of ['en', 'fa']) {
    for (const theme of ['light', 'dark']) {
      it(`has nothing for axe to find with everything open, in ${language} and ${theme}`, async () => {
        const page = await pages.open(`doc=sample&tools=1&lang=${language}&theme=${theme}`);
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('Control+H');
        await page.keyboard.type('pump');
        await see(page.locator('.rt-find-count')).not.toBeEmpty();
        await see(page.locator('.rt-count')).not.toBeEmpty();
        const axe = await new AxeBuilder({ page }).analyze();
        expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  }
});
