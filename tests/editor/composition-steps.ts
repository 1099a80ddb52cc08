import type { Page } from '@playwright/test';

/** The same as a person with a Pinyin, Thai or Persian keyboard: states shown while composing, then what is committed. */
export interface Composed {
  readonly method: string;
  readonly states: readonly string[];
  readonly commit: string;
}

export const METHODS: readonly Composed[] = [
  { method: 'Pinyin', states: ['n', 'ni', 'ni h', 'ni hao'], commit: '你好' },
  { method: 'Thai', states: ['ท', 'ที', 'ที่'], commit: 'ที่นี่' },
  { method: 'Persian with a joiner', states: ['م', 'می', 'می\u200c'], commit: 'می\u200cخواهم' },
];

/**
 * Composes at the cursor. `between` is called while the words are still being composed. Works on any page of Chromium,
 * that of Electron included.
 */
export async function composeAt(
  page: Page,
  { states, commit }: Pick<Composed, 'states' | 'commit'>,
  between: () => Promise<void> = async () => undefined,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of states)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await between();
  await session.send('Input.insertText', { text: commit });
  await session.detach();
}
