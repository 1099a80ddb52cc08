import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { describeInBrowser, see } from './in-browser.ts';

const ID = '01890000-0000-7000-8000-00000000000b';
const base = { id: 'block-whole' };
const attached = { attachmentId: ID, name: 'pump.png' };
const caption = [{ text: 'The seal' }];
const WHOLE: readonly Block[] = [
  { ...base, type: 'image', ...attached, alt: 'A pump', width: 60, children: caption },
  { ...base, type: 'file', ...attached, bytes: 1000, children: caption },
  { ...base, type: 'audio', ...attached, children: caption },
  { ...base, type: 'record', kind: 'case', recordId: ID, label: 'Case 4711', children: [] },
  { ...base, type: 'divider', children: [] },
];

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ text }] });
const around = (block: Block): RichText => ({
  version: 2,
  blocks: [paragraph('block-above', 'above'), block, paragraph('block-below', 'below')],
});

/** Ids are new where something is pasted. */
const withoutIds = ({ blocks }: RichText): object[] => blocks.map(({ id: _id, ...block }) => block);

describeInBrowser('what stands as a whole, in Chromium', (pages) => {
  const opened = async (block: Block): Promise<Page> => {
    const page = await pages.open('doc=empty');
    await page.evaluate((document) => {
      window.lastDocument = document;
      window.giveDocument(document);
    }, around(block));
    await see(page.getByText('below')).toBeVisible();
    return page;
  };
  const holds = (page: Page, document: RichText) =>
    see
      .poll(() => page.evaluate(() => window.lastDocument.blocks.map(({ id: _id, ...block }) => block)))
      .toEqual(withoutIds(document));
  const gone = (block: Block): RichText => ({
    version: 1,
    blocks: around(block).blocks.filter((one) => one !== block),
  });
  /** Up from the line below it: the first key chooses what stands there, it takes nothing away. */
  const choose = async (page: Page, block: Block) => {
    await page.getByText('below').click();
    await page.keyboard.press('Home');
    if (block.type === 'divider') await page.keyboard.press('ArrowUp');
    else await page.keyboard.press('Backspace');
    await holds(page, around(block));
  };

  for (const block of WHOLE) {
    it(`cuts and pastes it the same, and gives each step back: ${block.type}`, async () => {
      const page = await opened(block);
      await choose(page, block);
      await page.keyboard.press('Control+x');
      await holds(page, gone(block));
      await page.keyboard.press('Control+v');
      await holds(page, around(block));
      await page.keyboard.press('Control+z');
      await holds(page, gone(block));
      await page.keyboard.press('Control+z');
      await holds(page, around(block));
      expect(await page.evaluate(() => window.lastDocument.blocks[1]?.id)).toBe(block.id);
    });

    it(`copies it, and takes it away with Delete and with Backspace: ${block.type}`, async () => {
      const page = await opened(block);
      for (const key of ['Delete', 'Backspace']) {
        await choose(page, block);
        await page.keyboard.press('Control+c');
        await page.keyboard.press(key);
        await holds(page, gone(block));
        await page.keyboard.press('Control+v');
        await holds(page, around(block));
        await page.keyboard.press('Control+z');
        await page.keyboard.press('Control+z');
        await holds(page, around(block));
      }
      expect(await page.evaluate(() => window.lastDocument.blocks[1]?.id)).toBe(block.id);
    });
  }
});
