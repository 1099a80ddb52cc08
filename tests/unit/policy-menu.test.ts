import { describe, expect, it } from 'vitest';
import { menuLocaleOf, menuTemplate, wordsOf } from '../../electron/main/menu-template.ts';
import { MENU_ACTIONS, MENU_LOCALES, type MenuAction } from '../../shared/contract/native.ts';

type Item = {
  label?: string;
  role?: string;
  type?: string;
  submenu?: Item[];
  accelerator?: string;
  click?: () => void;
};

function flat(items: Item[]): Item[] {
  return items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
}

describe('the native menu', () => {
  it.each(MENU_LOCALES)('is whole in %s: every item has words, and each does something', (locale) => {
    const sent: MenuAction[] = [];
    const items = flat(menuTemplate(wordsOf(locale), (action) => sent.push(action), true) as Item[]);
    for (const item of items.filter((each) => each.type !== 'separator')) {
      expect(item.label?.trim().length).toBeGreaterThan(0);
      expect(Boolean(item.submenu || item.role || item.click)).toBe(true);
      item.click?.();
    }
    expect([...sent].sort()).toEqual([...MENU_ACTIONS].sort());
  });

  it('gives no key to two items', () => {
    const keys = flat(menuTemplate(wordsOf('en'), () => {}, true) as Item[])
      .map((item) => item.accelerator)
      .filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('hides the developer tools from a packaged app', () => {
    const roles = flat(menuTemplate(wordsOf('en'), () => {}, false) as Item[]).map((item) => item.role);
    expect(roles).not.toContain('toggleDevTools');
  });

  it.each([
    ['fa-IR', 'fa'],
    ['zh-Hans-CN', 'zh'],
    ['th_TH', 'th'],
    ['de', 'en'],
    ['', 'en'],
  ])('speaks %s as %s', (tag, locale) => {
    expect(menuLocaleOf(tag)).toBe(locale);
  });
});
