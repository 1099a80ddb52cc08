import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { written } from './browser-page.ts';
import { composeAt, METHODS } from './composition-steps.ts';
import { describeInBrowser, see, settled } from './in-browser.ts';

// Input methods everywhere one can write, and the caret in lines that mix directions.

describeInBrowser('input methods in Chromium', (pages) => {
  for (const composed of METHODS) {
    const { method, commit } = composed;
    it(`${method}: in a heading, in a list item, after a sign, beside a mention, over a selection`, async () => {
      const page = await pages.open('doc=empty');
      await page.keyboard.type('# Head ');
      await composeAt(page, composed);
      await settled(page, [`h1 Head ${commit}`]);
      await page.keyboard.press('Enter');
      await page.keyboard.type('- ');
      await composeAt(page, composed);
      await page.keyboard.press('Enter');
      await composeAt(page, composed);
      await settled(page, [`h1 Head ${commit}`, `bullet ${commit}`, `bullet ${commit}`]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.type('**');
      await composeAt(page, composed);
      await page.keyboard.type('** ');
      await composeAt(page, composed);
      await settled(page, [
        `h1 Head ${commit}`,
        `bullet ${commit}`,
        `bullet ${commit}`,
        `paragraph {bold:${commit}} ${commit}`,
      ]);
      await page.keyboard.press('Enter');
      await page.keyboard.type('@mar');
      await see(page.getByRole('option', { name: /Maryam/u })).toBeVisible();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Backspace');
      await composeAt(page, composed);
      await page.keyboard.press('Home');
      await composeAt(page, composed);
      await see
        .poll(async () => (await written(page)).at(-1))
        .toBe(`paragraph ${commit}{@Maryam Ahmadi}${commit}`);
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Shift+End');
      await composeAt(page, composed);
      await see.poll(async () => (await written(page))[0]).toBe(`h1 ${commit}`);
    });

    it(`${method}: nothing is changed, opened or saved while composing`, async () => {
      const page = await pages.open('doc=empty');
      await page.keyboard.type('one ');
      const before = await written(page);
      await composeAt(page, composed, async () => {
        expect(await written(page)).toEqual(before);
        await see(page.getByRole('listbox')).toHaveCount(0);
      });
      await settled(page, [`paragraph one ${commit}`]);
      await page.keyboard.press('Control+Z');
      await see.poll(async () => (await written(page)).join('')).not.toContain(commit);
    });
  }

  it.each(METHODS)('in a cell of a table: $method', async (composed) => {
    const page = await pages.open('doc=2x2');
    const cells = () =>
      page.evaluate(() =>
        window.lastDocument.blocks.flatMap((block) =>
          block.type === 'table'
            ? block.children.flatMap((row) =>
                row.children.map((cell) =>
                  cell.children.map((child) => ('text' in child ? child.text : '')).join(''),
                ),
              )
            : [],
        ),
      );
    const before = await cells();
    await page.locator('[data-slate-editor] :is(td, th)').first().click();
    await page.keyboard.press('End');
    await composeAt(page, composed);
    await see.poll(cells).toEqual([`${before[0] ?? ''}${composed.commit}`, ...before.slice(1)]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await composeAt(page, composed);
    await see.poll(async () => (await cells())[1]).toBe(`${before[1] ?? ''}${composed.commit}`);
  });

  it('a list of records takes no key that belongs to the input method', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('@');
    await see(page.getByRole('listbox')).toBeVisible();
    // What a browser sends for a key that the input method takes for itself.
    await page.evaluate(() => {
      const text = document.querySelector('[data-slate-editor]');
      for (const key of ['Enter', 'ArrowDown', 'Escape', 'Tab'])
        text?.dispatchEvent(
          new KeyboardEvent('keydown', {
            key,
            keyCode: 229,
            isComposing: true,
            bubbles: true,
            cancelable: true,
          }),
        );
    });
    await see(page.getByRole('listbox')).toBeVisible();
    await composeAt(page, { states: ['ص', 'صد'], commit: 'صدای' });
    await see(page.getByRole('option')).toHaveText([/صدای پمپ/u]);
    await page.keyboard.press('Enter');
    await settled(page, ['paragraph {@صدای پمپ}']);
  });

  it('Enter that commits in the find field does not go on to the next match', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('水泵 水泵');
    await page.keyboard.press('Control+F');
    await composeAt(page, { states: ['sh', 'shui'], commit: '水' });
    const status = page.getByRole('region', { name: 'Find and replace' }).getByRole('status');
    await see(status).toHaveText(/of 2$/u);
    const before = await status.textContent();
    await page.evaluate(() => {
      document.querySelector('.rt-find input')?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    expect(await status.textContent()).toBe(before);
  });

  describe('the caret in lines that mix directions', () => {
    const caret = (page: Page) =>
      page.evaluate(() => {
        const selection = document.getSelection();
        const block = selection?.anchorNode?.parentElement?.closest('[data-slate-node="element"]');
        if (!selection?.anchorNode || !block) return undefined;
        const range = document.createRange();
        range.setStart(block, 0);
        range.setEnd(selection.anchorNode, selection.anchorOffset);
        return range.toString().replaceAll('\ufeff', '').length;
      });

    it.each([
      ['English with a Persian word', 'turn پمپ off'],
      ['Persian with an English word', 'پمپ Grundfos را'],
    ])('Home and End go to the edges, a letter typed there stands there: %s', async (_name, line) => {
      const page = await pages.open('doc=empty');
      await page.keyboard.type(line);
      await page.keyboard.press('Home');
      await see.poll(() => caret(page)).toBe(0);
      await page.keyboard.press('End');
      await see.poll(() => caret(page)).toBe(line.length);
      await page.keyboard.press('Home');
      await page.keyboard.type('1');
      await page.keyboard.press('End');
      await page.keyboard.type('2');
      await settled(page, [`paragraph 1${line}2`]);
    });

    it.each([
      ['English with a Persian word', 'ab پمپ cd', 'ltr'],
      ['Persian with an English word', 'پمپ ab را', 'rtl'],
    ])('arrows go as the browser has them go in a plain field: %s', async (_name, line, direction) => {
      const page = await pages.open('doc=empty');
      await page.keyboard.type(line);
      const walk = async (key: 'ArrowRight' | 'ArrowLeft'): Promise<(number | undefined)[]> => {
        const places: (number | undefined)[] = [];
        for (let at = 0; at <= line.length; at += 1) {
          await page.keyboard.press(key);
          places.push(await page.evaluate(() => document.getSelection()?.anchorOffset));
        }
        return places;
      };
      const onward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
      const back = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
      await page.keyboard.press('Home');
      const ours = [await walk(onward), await walk(back)];
      // Through every letter, to the end and back to the beginning.
      expect(new Set(ours[0]).size).toBe(line.length);
      expect([ours[0]?.at(-1), ours[1]?.at(-1)]).toEqual([line.length, 0]);
      await page.evaluate(
        ([words, dir]) => {
          const field = document.createElement('div');
          field.contentEditable = 'true';
          field.dir = dir;
          field.textContent = words;
          document.body.prepend(field);
          field.focus();
        },
        [line, direction] as const,
      );
      await page.keyboard.press('Home');
      expect([await walk(onward), await walk(back)]).toEqual(ours);
    });

    it('jumps over words of both scripts, marks them with Shift and deletes them with Control', async () => {
      const page = await pages.open('doc=empty');
      await page.keyboard.type('turn پمپ off');
      await page.keyboard.press('Home');
      const stops: (number | undefined)[] = [];
      for (let jump = 0; jump < 3; jump += 1) {
        await page.keyboard.press('Control+ArrowRight');
        stops.push(await caret(page));
      }
      expect(stops.at(-1)).toBe('turn پمپ off'.length);
      expect(new Set(stops).size).toBe(3);
      await page.keyboard.press('Control+Shift+ArrowLeft');
      expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('off');
      await page.keyboard.press('Delete');
      await settled(page, ['paragraph turn پمپ']);
      await page.keyboard.press('Control+Backspace');
      await see.poll(async () => (await written(page))[0]?.trimEnd()).toBe('paragraph turn');
    });

    it('in a Persian line Ctrl+Left goes on with the text', async () => {
      const page = await pages.open('doc=empty');
      await page.keyboard.type('پمپ آب خاموش');
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+ArrowLeft');
      const first = await caret(page);
      expect(first).toBeGreaterThan(0);
      await page.keyboard.press('Control+ArrowLeft');
      expect(await caret(page)).toBeGreaterThan(first ?? 0);
      await page.keyboard.press('Control+ArrowRight');
      await see.poll(() => caret(page)).toBeLessThanOrEqual((first ?? 0) + 1);
    });
  });

  it('takes the place of what is selected at that very moment, before the page has told of the selection', async () => {
    const page = await pages.open('doc=empty');
    await page.keyboard.type('keep old');
    await settled(page, ['paragraph keep old']);
    await page.evaluate(async () => {
      const editor = document.querySelector('[data-slate-editor]');
      const selection = document.getSelection();
      if (!editor || !selection) throw new Error('no caret');
      // A letter is typed first: while what it did is being drawn, the editor does not listen to the selection.
      const how = { bubbles: true, cancelable: true, inputType: 'insertText', data: '!' };
      editor.dispatchEvent(new InputEvent('beforeinput', how));
      const { port1, port2 } = new MessageChannel();
      const drawn = () => selection.focusNode?.textContent === 'keep old!';
      while (!drawn())
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      const words = selection.focusNode as Node;
      selection.setBaseAndExtent(words, 'keep '.length, words, 'keep old!'.length);
      editor.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      editor.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }));
    });
    await settled(page, ['paragraph keep']);
  });
});
