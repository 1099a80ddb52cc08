import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { describeInBrowser, see } from './in-browser.ts';

/** Words of a cell of the document. */
const cell = (page: Page, row: number, column: number): Promise<string> =>
  page.evaluate(
    ([y, x]) => {
      const [table] = window.lastDocument.blocks;
      if (table?.type !== 'table') return 'no table';
      return (table.children[y]?.children[x]?.children ?? [])
        .map((run) => ('text' in run ? run.text : '?'))
        .join('');
    },
    [row, column] as const,
  );
const drawnRows = (page: Page): Promise<number> => page.locator('.rt-table tr:not([data-waiting])').count();
const drawn = (page: Page, row: number) => page.locator('.rt-table tr').nth(row).locator('th, td');
const scrollBox = (page: Page, share: number): Promise<void> =>
  page.locator('.rt-table-box').evaluate((box, to) => {
    box.scrollTop = box.scrollHeight * to;
  }, share);
/** Puts the cursor behind the words of a cell that is drawn. */
async function putCursor(page: Page, row: number, column: number): Promise<void> {
  await drawn(page, row).nth(column).click();
  await page.keyboard.press('End');
}

describeInBrowser('a table of 500 × 50 in Chromium', (pages) => {
  const open = async (query = 'doc=500x50'): Promise<Page> => {
    const page = await pages.open(query);
    await see(drawn(page, 0)).toHaveCount(50);
    return page;
  };

  it('draws what one sees of it, and stays a table of all its rows', async () => {
    const page = await open();
    expect(await drawnRows(page)).toBeLessThan(80);
    await see(page.locator('.rt-table tr')).toHaveCount(500);
    await see(page.getByRole('row')).toHaveCount(500);
    await see(page.getByRole('columnheader')).toHaveCount(50);
    await see(page.getByRole('cell', { name: 'r1 c0', exact: true })).toBeVisible();
    // Those the browser goes to from outside are always there.
    await see(drawn(page, 499)).toHaveCount(50);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('draws what one scrolls to, lets go what is far, and keeps its height', async () => {
    const page = await open();
    const height = () => page.locator('.rt-table-box').evaluate((box) => box.scrollHeight);
    const before = await height();
    await scrollBox(page, 0.5);
    await see(page.getByRole('cell', { name: 'r250 c0', exact: true })).toBeVisible();
    await see(page.locator('.rt-table tr').nth(30)).toHaveAttribute('data-waiting', '');
    expect(await drawnRows(page)).toBeLessThan(140);
    expect(Math.abs((await height()) - before)).toBeLessThan(before * 0.05);
    // Its names stay in sight.
    const [head, box] = [
      await page.getByRole('columnheader').first().boundingBox(),
      await page.locator('.rt-table-box').boundingBox(),
    ];
    expect(Math.abs((head?.y ?? -1) - (box?.y ?? 0))).toBeLessThan(3);
    await scrollBox(page, 0);
    await see(page.getByRole('cell', { name: 'r1 c0', exact: true })).toBeVisible();
  });

  it('is written in from cell to cell, also where nothing was drawn a moment ago', async () => {
    const page = await open();
    await putCursor(page, 2, 0);
    await page.keyboard.type('x');
    await see.poll(() => cell(page, 2, 0)).toBe('r2 c0x');
    for (let step = 0; step < 45; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.type('down');
    await see.poll(() => cell(page, 47, 0)).toContain('down');
    await page.keyboard.press('Tab');
    await page.keyboard.type('tab');
    await see.poll(() => cell(page, 47, 1)).toBe('r47 c1tab');
    await scrollBox(page, 1);
    await see(page.getByRole('cell', { name: 'r498 c0', exact: true })).toBeVisible();
    await putCursor(page, 498, 3);
    await page.keyboard.type('far');
    await see.poll(() => cell(page, 498, 3)).toBe('r498 c3far');
    // Undo goes back to where it happened, however far that is.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
    await see.poll(() => cell(page, 2, 0)).toBe('r2 c0');
    await see(drawn(page, 2).first()).toBeInViewport();
    await page.keyboard.type('again');
    await see.poll(() => cell(page, 2, 0)).toContain('again');
  });

  it('selects over rows that are not drawn, and changes what is meant', async () => {
    const page = await open();
    await putCursor(page, 1, 1);
    await scrollBox(page, 0.4);
    await see(page.getByRole('cell', { name: 'r200 c2', exact: true })).toBeVisible();
    await drawn(page, 200)
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await see(page.locator('[data-picked]').first()).toBeVisible();
    await page.keyboard.press('Delete');
    await see.poll(() => cell(page, 120, 1)).toBe('');
    expect(await cell(page, 120, 3)).toBe('r120 c3');
    expect(await cell(page, 201, 1)).toBe('r201 c1');
    await page.keyboard.press('Control+z');
    await see.poll(() => cell(page, 120, 1)).toBe('r120 c1');
  });

  it('shows a match in a far row', async () => {
    const page = await open();
    await putCursor(page, 1, 1);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('r400 c3', { delay: 5 });
    await see(page.getByRole('cell', { name: 'r400 c3', exact: true })).toBeInViewport();
    await page.keyboard.press('Escape');
    await page.keyboard.type('new');
    await see.poll(() => cell(page, 400, 3)).toContain('new');
  });

  it('has every row drawn while it is printed', async () => {
    const page = await pages.open('doc=120x20');
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      window.addEventListener('beforeprint', () =>
        setTimeout(() => seen.push(document.querySelectorAll('.rt-table tr[data-waiting]').length)),
      );
      window.addEventListener('beforeprint', () =>
        seen.push(document.querySelectorAll('.rt-table tr[data-waiting]').length),
      );
    });
    expect(await page.locator('.rt-table tr[data-waiting]').count()).toBeGreaterThan(10);
    await page.pdf();
    expect((await page.evaluate(() => (window as unknown as { seen: number[] }).seen))[0]).toBe(0);
    await see.poll(() => page.locator('.rt-table tr[data-waiting]').count()).toBeGreaterThan(10);
  });

  it('runs from right to left with its names in sight', async () => {
    const page = await open('doc=500x50&lang=fa');
    await page.evaluate(() => {
      const [table, ...rest] = window.lastDocument.blocks;
      if (table) window.giveDocument({ version: 2, blocks: [{ ...table, dir: 'rtl' }, ...rest] });
    });
    const [first, second] = [page.getByRole('columnheader').first(), page.getByRole('columnheader').nth(1)];
    await see
      .poll(async () => ((await first.boundingBox())?.x ?? 0) > ((await second.boundingBox())?.x ?? 0))
      .toBe(true);
    await putCursor(page, 3, 0);
    await page.keyboard.type('x');
    await see.poll(() => cell(page, 3, 0)).toBe('r3 c0x');
  });
});
