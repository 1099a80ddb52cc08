import AxeBuilder from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { putOnClipboard, written } from './browser-page.ts';
import { composeAt } from './composition-steps.ts';
import { describeInBrowser, see, settled } from './in-browser.ts';

describeInBrowser('the editor in Chromium', (pages) => {
  it('writes with shortcuts, lists and mentions from the keyboard alone', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('# Pump\nA **steady** hum. Ask @mar');
    await see(page.getByRole('option', { name: /Maryam/u })).toBeVisible();
    const active = await page.locator('[data-slate-editor]').getAttribute('aria-activedescendant');
    expect(await page.getByRole('option').first().getAttribute('id')).toBe(active);
    await page.keyboard.press('Enter');
    await page.keyboard.type('now.\n- one\ntwo');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/quo');
    await see(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Listen first.');
    await settled(page, [
      'h1 Pump',
      'paragraph A {bold:steady} hum. Ask {@Maryam Ahmadi} now.',
      'bullet one',
      'bullet+1 two',
      'quote Listen first.',
    ]);
  });

  it('leaves a list of records alone after Escape, and opens it again for a new sign', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('@ma');
    await see(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await see(page.getByRole('listbox')).toHaveCount(0);
    await page.keyboard.type('r\nnext @ma');
    await see(page.getByRole('listbox')).toBeVisible();
    expect(await written(page)).toEqual(['paragraph @mar', 'paragraph next @ma']);
  });

  it.each([
    ['Pinyin', ['n', 'ni', 'ni hao'], '你好'],
    ['Thai', ['ท', 'ที', 'ที่'], 'ที่นี่'],
    ['Persian', ['س', 'سل'], 'سلام'],
    ['signs of Markdown', ['#', '# '], '# '],
  ])('lets an input method compose in peace: %s', async (_name, states, commit) => {
    const page = await pages.open('doc=empty');
    await composeAt(page, { states, commit });
    await settled(page, [`paragraph ${commit}`.trimEnd()]);
    await page.keyboard.type('x');
    await composeAt(page, { states, commit });
    await settled(page, [`paragraph ${commit}x${commit}`.trimEnd()]);
  });

  it('lets a composition take the place of a selection, in a list and after bold', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('- **bold** old');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await composeAt(page, { states: ['x', 'xin'], commit: '新' });
    await settled(page, ['bullet {bold:bold} 新']);
    await page.keyboard.press('Enter');
    await composeAt(page, { states: ['d', 'duan'], commit: '断电' });
    await settled(page, ['bullet {bold:bold} 新', 'bullet 断电']);
  });

  it('takes a page from the clipboard without running anything of it', async () => {
    const page = await pages.open('doc=empty');
    await page.evaluate(() => Object.assign(window, { attacked: 0 }));
    const hostile =
      '<h2 onclick="attacked=1">T</h2><img src="x" onerror="attacked=1"><p>a <b>b</b><script>attacked=1</script><a href="javascript:attacked=1">c</a></p><svg onload="attacked=1"></svg><ul><li>one<ul><li>two</li></ul></li></ul>';
    await putOnClipboard(page, hostile, 'plain');
    await page.keyboard.press('Control+V');
    await settled(page, ['h2 T', 'paragraph a {bold:b}c', 'bullet one', 'bullet+1 two']);
    expect(await page.evaluate(() => (window as unknown as { attacked: number }).attacked)).toBe(0);
  });

  it('pastes as plain text when asked', async () => {
    const page = await pages.open('doc=empty');
    await putOnClipboard(page, '<h1>Big</h1>', 'small');
    await page.keyboard.press('Control+Shift+V');
    await settled(page, ['paragraph small']);
  });

  it('copies its own blocks with everything on them, under new ids', async () => {
    const page = await pages.open('doc=sample');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    const before = await written(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+V');
    await settled(page, [...before, ...before]);
    const ids = await page.evaluate(() => window.lastDocument.blocks.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('links selected words, refuses a script, and gives the keys back to the text', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('the manual');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+K');
    await see(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
    await page.keyboard.type('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await see(page.getByText('That is not an address we can link to', { exact: false })).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('example.org/m');
    await page.keyboard.press('Enter');
    await see(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('End');
    await page.keyboard.type('.');
    await settled(page, ['paragraph the {a https://example.org/m:manual}.']);
  });

  it('never traps the keyboard: Escape and Tab leave a list, Alt+F10 goes to the toolbar', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('- one\ntwo');
    await page.keyboard.press('Alt+F10');
    await see(page.getByRole('button', { name: /Kind of paragraph/u })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await see(page.getByRole('button', { name: 'Insert' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await see(page.getByRole('button', { name: 'Bold' })).toBeFocused();
    await page.keyboard.press('Tab');
    await see(page.locator('[data-slate-editor]')).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await see(page.locator('[data-slate-editor]')).not.toBeFocused();
    expect(await written(page)).toEqual(['bullet one', 'bullet two']);
    expect(await page.evaluate(() => window.flushes)).toBeGreaterThan(0);
  });

  it('keeps the selection and the keys when the toolbar is used by mouse', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('make it bold');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Bold' }).click();
    await settled(page, ['paragraph make it {bold:bold}']);
    await see(page.locator('[data-slate-editor]')).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await settled(page, ['paragraph make it {bold:bold!}']);
  });

  it('follows the letters of each block and passes the direction on to empty lines', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('سلام\n12\nhello');
    const directions = () =>
      page
        .locator('[data-slate-editor] p')
        .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dir));
    await see.poll(directions).toEqual(['rtl', 'rtl', 'ltr']);
    await page.keyboard.press('Control+Shift+D');
    await see.poll(directions).toEqual(['rtl', 'rtl', 'rtl']);
    expect(await written(page)).toEqual(['paragraph سلام', 'paragraph 12', 'paragraph.rtl hello']);
  });

  it('ticks boxes and keeps what is typed quickly', async () => {
    const page = await pages.open('doc=sample');
    await page.getByRole('checkbox').nth(1).click();
    const ticked = () =>
      page.evaluate(
        () =>
          window.lastDocument.blocks.filter((block) => block.type === 'list-item' && block.checked).length,
      );
    await see.poll(ticked).toBe(2);
    await page.getByText('Listen first').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Quickly typed words arrive in order.', { delay: 0 });
    await see
      .poll(async () => (await written(page)).find((line) => line.startsWith('quote')))
      .toBe('quote Listen first. The machine tells you. Quickly typed words arrive in order.');
  });

  it('is not taken in by its own text coming back late, and takes a text from elsewhere in one step', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('one');
    await settled(page, ['paragraph one']);
    const late = await page.evaluate(() => JSON.stringify(window.lastDocument));
    await page.keyboard.type(' two three');
    await settled(page, ['paragraph one two three']);
    await page.evaluate((json) => window.giveDocument(JSON.parse(json)), late);
    await page.keyboard.type(' four');
    await settled(page, ['paragraph one two three four']);
    await page.evaluate(() =>
      window.giveDocument({
        version: 1,
        blocks: [{ id: 'elsewhere', type: 'quote', children: [{ text: 'from elsewhere' }] }],
      }),
    );
    await see(page.locator('[data-slate-editor] blockquote')).toHaveText('from elsewhere');
    await page.keyboard.press('Control+Z');
    await settled(page, ['paragraph one two three four']);
  });

  it('says what a paste could not keep', async () => {
    const page = await pages.open('doc=empty');
    await putOnClipboard(page, '<p>a<img alt="pump"></p><h5>b</h5>', 'a');
    await page.keyboard.press('Control+V');
    await see(page.getByText('1 picture was left out; its description was kept.')).toBeVisible();
    await see(page.getByText('1 heading of a deeper level became a small heading.')).toBeVisible();
  });

  for (const language of ['en', 'fa']) {
    for (const theme of ['light', 'dark']) {
      it(`has nothing for axe to find, in ${language} and ${theme}`, async () => {
        const page = await pages.open(`doc=sample&lang=${language}&theme=${theme}`);
        await page.keyboard.press('Control+End');
        await page.keyboard.type(' @');
        await see(page.getByRole('listbox')).toBeVisible();
        const writing = await new AxeBuilder({ page }).analyze();
        expect(writing.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  }
});
