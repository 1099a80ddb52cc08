import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/shell-test.ts';
import { wordsOf } from '../support/words.ts';

// The main job without a mouse: keys only, from the front door of a fresh library to a published playbook. Nothing here
// clicks, fills or focuses; whatever the story needs must be reached as a person reaches it.

const say = wordsOf('en');
const MOST_TABS = 90;

const hasKeyboard = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((one) => one === document.activeElement));

/** Presses Tab until the target has the keyboard. What takes too many presses counts as out of reach. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target.first()).toBeVisible();
  const way: string[] = [];
  for (let press = 0; press < MOST_TABS; press += 1) {
    if (await hasKeyboard(target)) {
      // Where the keyboard is must be seen: an outline, here or on what stands around a field.
      const isSeen = await page.evaluate(() => {
        for (let at = document.activeElement; at !== null && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') return true;
          if (style.boxShadow !== 'none') return true;
        }
        return document.activeElement?.getAttribute('contenteditable') === 'true';
      });
      expect(isSeen, 'the keyboard is seen').toBe(true);
      return;
    }
    await page.keyboard.press(key);
    way.push(
      await page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ??
          document.activeElement?.textContent?.slice(0, 40) ??
          '',
      ),
    );
  }
  throw new Error(`${key} never reached ${String(target)}; it went: ${way.join(' → ')}`);
}

const button = (page: Page, key: string): Locator =>
  page.getByRole('button', { name: say(key), exact: true });

/** Writes over what stands in the field that has the keyboard. */
async function overwrite(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** A command by its name, from anywhere. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: say('frame:palette.placeholder') })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

test('the main job with the keyboard alone', async ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-keys-'));
  try {
    const { page } = await open({ locale: 'en' });

    await test.step('start a library', async () => {
      await tabTo(page, button(page, 'welcome:own.action'));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await tabTo(page, page.getByLabel(say('welcome:own.name')));
      await overwrite(page, 'Boiler house');
      await tabTo(page, page.getByLabel(say('welcome:own.me')));
      await overwrite(page, 'Ada Brandt');
      await tabTo(page, page.getByRole('textbox', { name: say('welcome:own.folder') }));
      await overwrite(page, join(folder, 'library'));
      await tabTo(page, button(page, 'welcome:own.create'));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('navigation').first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });

    await test.step('keep a thought', async () => {
      await page.keyboard.press('Control+Shift+N');
      await expect(page.getByLabel(say('frame:capture.text'))).toBeFocused();
      await page.keyboard.type('The feed pump sings a fifth higher before it cavitates.');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(say('frame:capture.saved'))).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('ask, answer, accept', async () => {
      await command(page, say('questions:ask'));
      await expect(page.getByLabel(say('questions:ask.title'))).toBeFocused();
      await page.keyboard.type('Why does the feed pump sing?');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('textbox', { name: say('questions:ask.title') })).toHaveValue(
        'Why does the feed pump sing?',
      );
      await tabTo(page, button(page, 'questions:answer.add'));
      await page.keyboard.press('Enter');
      const text = page.getByRole('textbox', { name: say('questions:answer.text') });
      await expect(text).toBeFocused();
      await page.keyboard.type('Its suction runs dry: listen for the fifth, then look at the strainer.');
      await expect(text).toContainText('look at the strainer.');
      await tabTo(page, button(page, 'questions:answer.accept'), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByText(say('questions:answer.accepted'))).toBeVisible();
      await expect(page.getByText(say('questions:state.accepted')).first()).toBeVisible();
    });

    const title = (number: number): Locator =>
      page.getByRole('textbox', { name: say('playbooks:step.title', { number }), exact: true });
    const grip = (name: string): Locator =>
      page.getByRole('button', { name: say('playbooks:step.move', { name }), exact: true });

    await test.step('write a playbook', async () => {
      await command(page, say('playbooks:new'));
      const name = page.getByRole('textbox', { name: say('common:title'), exact: true });
      await expect(name).toBeFocused();
      await overwrite(page, 'When the feed pump sings');
      await page.keyboard.press('Enter');
      await tabTo(page, button(page, 'playbooks:section.add'));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: say('playbooks:section.title') })).toBeFocused();
      await page.keyboard.type('At the pump');
      for (const [at, step] of ['Look at the strainer', 'Listen to it'].entries()) {
        await tabTo(page, button(page, 'playbooks:step.add'));
        await page.keyboard.press('Enter');
        await expect(title(at + 1)).toBeFocused();
        await page.keyboard.type(step);
      }
      // Into the text of the second step, past its bar, which shows itself now.
      await tabTo(
        page,
        page.getByRole('textbox', { name: say('playbooks:step.text', { name: 'Listen to it' }) }),
      );
      await page.keyboard.type('A fifth above its usual note.');
      await expect(page.locator('[data-step]').nth(1).getByRole('toolbar')).toHaveCSS('opacity', '1');
      await expect(page.locator('[data-step]').first().getByRole('toolbar')).toHaveCSS('opacity', '0');
    });

    await test.step('put its steps in order', async () => {
      await tabTo(page, grip('Listen to it'), 'Shift+Tab');
      await page.keyboard.press('ArrowUp');
      await expect(title(1)).toHaveValue('Listen to it');
      await expect(grip('Listen to it')).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(title(2)).toHaveValue('Listen to it');
      // The same from its title.
      await tabTo(page, title(2));
      await page.keyboard.press('Alt+ArrowUp');
      await expect(title(1)).toHaveValue('Listen to it');
      await expect(page.locator('[data-step]').first()).toContainText('A fifth above its usual note.');
    });

    await test.step('publish and read it', async () => {
      await tabTo(page, button(page, 'playbooks:publish'));
      await page.keyboard.press('Enter');
      await expect(page.getByText(say('playbooks:publish.done'))).toBeVisible();
      await tabTo(page, page.getByRole('link', { name: say('playbooks:read'), exact: true }), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('When the feed pump sings');
      await expect(page.getByRole('heading', { level: 3 })).toHaveText([
        'Listen to it',
        'Look at the strainer',
      ]);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
