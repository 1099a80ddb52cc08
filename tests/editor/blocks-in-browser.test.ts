import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { written } from './browser-page.ts';
import { composeAt } from './composition-steps.ts';
import { describeInBrowser, see, settled } from './in-browser.ts';

describeInBrowser('tables, callouts, judgements and decisions in Chromium', (pages) => {
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('writes a table from the keyboard alone and goes on below it', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('/tab');
    await see(page.getByRole('option')).toHaveCount(1);
    await press(page, 'Enter');
    await page.keyboard.type('Sound');
    await press(page, 'Tab');
    await page.keyboard.type('Cause');
    await press(page, 'Tab', 'Tab');
    await page.keyboard.type('hum');
    await press(page, 'Enter');
    await page.keyboard.type('steady');
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await page.keyboard.type('Below.');
    await settled(page, ['table Sound ¦ Cause ¦  // hum\nsteady ¦  ¦  //  ¦  ¦', 'paragraph Below.']);
    await see(page.getByRole('columnheader', { name: 'Sound' })).toBeVisible();
    await press(page, 'ArrowUp', 'Backspace');
    await page.keyboard.type('x');
    expect((await written(page)).at(-1)).toBe('paragraph Below.');
  });

  it('has a bar for the table, reached by Alt+F10, and takes each step back with one undo', async () => {
    const page = await pages.open('doc=2x2');
    await page.locator('td').first().click();
    await press(page, 'End', 'Alt+F10');
    await see(
      page.getByRole('toolbar', { name: 'Table' }).getByRole('button', { name: 'Row', exact: true }),
    ).toBeFocused();
    await press(page, 'ArrowRight', 'Enter');
    await page.getByRole('menuitem', { name: 'Add a column before' }).click();
    await page.keyboard.type('new');
    await settled(page, ['table  ¦ r0 c0 ¦ r0 c1 // new ¦ r1 c0 ¦ r1 c1', 'paragraph Below the table.']);
    await press(page, 'Control+z', 'Control+z');
    await settled(page, ['table r0 c0 ¦ r0 c1 // r1 c0 ¦ r1 c1', 'paragraph Below the table.']);
    await press(page, 'Alt+F10', 'Alt+F10');
    await see(page.getByRole('toolbar', { name: 'Formatting' }).locator(':focus')).toHaveCount(1);
  });

  it('shows the rectangle of cells a selection means, and empties just that', async () => {
    const page = await pages.open('doc=3x3');
    await page.locator('th').nth(1).click();
    await press(page, 'Home');
    await page
      .locator('td')
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await see(page.locator('[data-picked]')).toHaveCount(2);
    await press(page, 'Delete');
    await settled(page, [
      'table r0 c0 ¦  ¦ r0 c2 // r1 c0 ¦  ¦ r1 c2 // r2 c0 ¦ r2 c1 ¦ r2 c2',
      'paragraph Below the table.',
    ]);
    await see(page.locator('[data-picked]')).toHaveCount(0);
    await page.keyboard.type('x');
    expect((await written(page))[0]).toContain('r0 c0 ¦ x ¦');
  });

  it('moves columns the way the arrows point, also from right to left', async () => {
    const page = await pages.open('doc=empty&lang=fa');
    await page.keyboard.type('/جدول');
    await see(page.getByRole('option')).toHaveCount(1);
    await press(page, 'Enter');
    for (const word of ['صدا', 'علت', 'مدل']) {
      await page.keyboard.type(word);
      await press(page, 'Tab');
    }
    await page.locator('th').first().click();
    await press(page, 'Alt+Shift+ArrowLeft');
    await see.poll(async () => (await written(page))[0]).toContain('table علت ¦ صدا ¦ مدل');
    const [first, second] = [page.locator('th').first(), page.locator('th').nth(1)];
    const [right, left] = [await first.boundingBox(), await second.boundingBox()];
    expect(right && left && right.x > left.x).toBe(true);
  });

  it('lets an input method compose in a cell and in a part', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('/tab');
    await press(page, 'Enter');
    await composeAt(page, { states: ['n', 'ni', 'ni hao'], commit: '你好' });
    await press(page, 'Tab');
    await composeAt(page, { states: ['ท', 'ที'], commit: 'ที่นี่' });
    await settled(page, ['table 你好 ¦ ที่นี่ ¦  //  ¦  ¦  //  ¦  ¦']);
    await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'ArrowDown');
    await page.keyboard.type('/jud');
    await press(page, 'Enter');
    await composeAt(page, { states: ['س', 'سل'], commit: 'سلام' });
    await press(page, 'Enter');
    await page.keyboard.type('heat');
    await settled(page, ['table 你好 ¦ ที่นี่ ¦  //  ¦  ¦  //  ¦  ¦', 'judgement سلام ¦ heat ¦  ¦  ¦']);
  });

  it('teaches what to write in an empty part, and keeps the names of parts out of reach', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('/dec');
    await press(page, 'Enter');
    const question = page.getByRole('group', { name: 'The question' }).locator('[data-hint]');
    await see(question).toHaveAttribute('data-hint', 'What has to be decided?');
    await page.keyboard.type('Does it turn?\nyes\ncapacitor\nno\nimpeller\n\n');
    await page.keyboard.type('Below.');
    await settled(page, ['decision Does it turn? ¦ yes ¦ capacitor ¦ no ¦ impeller', 'paragraph Below.']);
    await see(page.locator('[data-hint]')).toHaveCount(0);
    await see(page.getByRole('group', { name: 'Decision', exact: true })).toBeVisible();
    await page.locator('.rt-part-words').nth(3).click();
    await press(page, 'Alt+Shift+ArrowUp');
    await settled(page, ['decision Does it turn? ¦ no ¦ impeller ¦ yes ¦ capacitor', 'paragraph Below.']);
  });

  it('changes the kind of a callout by mouse and by keyboard', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('!! The housing stays hot.');
    await see(page.getByRole('note', { name: /Warning/u })).toBeVisible();
    await page.getByRole('button', { name: /^Warning: change/u }).click();
    await page.getByRole('menuitem', { name: 'Never do this' }).click();
    await see(page.getByRole('note', { name: /Never do this/u })).toBeVisible();
    await see(page.locator('[data-slate-editor]')).toBeFocused();
    await page.keyboard.type(' /ti');
    await see(page.getByRole('option').first()).toHaveText('Tip');
    await press(page, 'Enter');
    await see(page.getByRole('note', { name: /Tip/u })).toBeVisible();
    await settled(page, ['callout The housing stays hot.']);
  });

  it.each(['en', 'fa'])('has nothing an accessibility checker objects to: %s', async (language) => {
    for (const query of [`doc=blocks&lang=${language}`, `doc=blocks&view=1&lang=${language}&theme=dark`]) {
      const page = await pages.open(query).catch(() => undefined);
      if (!page) throw new Error(`no page for ${query}`);
      if (!query.includes('view')) await page.locator('td').first().click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
});
