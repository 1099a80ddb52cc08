import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Inline } from '../../shared/richtext/document.ts';
import { serveBuiltPages } from '../support/built-pages.ts';
import { chromiumArguments } from '../support/chromium.ts';

// The editor alone on a page, in a real Chromium: for what only a browser does (input methods, the clipboard, where
// the cursor goes). Built once into a folder of its own, served from the loopback under the app's content policy.

export interface EditorPages {
  /** A fresh page with the editor, focused. `query` as in `page/main.tsx`. */
  readonly open: (query: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function startEditorPages(executablePath: string): Promise<EditorPages> {
  const served = await serveBuiltPages(fileURLToPath(new URL('./page/vite.config.ts', import.meta.url)));
  const browser: Browser = await chromium.launch({ executablePath, args: [...chromiumArguments()] });
  const contexts: BrowserContext[] = [];
  return {
    open: async (query) => {
      const context = await browser.newContext({
        viewport: { width: 900, height: 1000 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${served.origin}?${query}`);
      const text = page.locator(query.includes('view=1') ? '.rt' : '[data-slate-editor]');
      await text.waitFor();
      await text.click();
      return page;
    },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** The document on the page, a line for each block: kind, direction set by hand, words with their marks. */
export const written = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.lastDocument.blocks.map((block) => {
      const kind =
        block.type === 'list-item' ? block.style : block.type === 'heading' ? `h${block.level}` : block.type;
      const line = (children: readonly Inline[]): string =>
        children
          .map((child) => {
            if ('text' in child) {
              const marks = Object.keys(child).filter((key) => key !== 'text');
              return marks.length > 0 ? `{${marks.join()}:${child.text}}` : child.text;
            }
            return child.type === 'mention'
              ? `{@${child.label}}`
              : `{a ${child.url}:${child.children.map(({ text }) => text).join('')}}`;
          })
          .join('');
      // As in `notation.ts`: ` ¦ ` parts cells and parts, ` // ` rows.
      const words =
        block.type === 'table'
          ? block.children
              .map((row) => row.children.map((cell) => line(cell.children)).join(' ¦ '))
              .join(' // ')
          : block.type === 'judgement' || block.type === 'decision'
            ? block.children.map((part) => line(part.children)).join(' ¦ ')
            : line(block.children);
      return `${kind}${block.dir ? `.${block.dir}` : ''}${'depth' in block && block.depth > 0 ? `+${block.depth}` : ''} ${words}`.trimEnd();
    }),
  );

export async function putOnClipboard(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    async ([rich, plain]) => {
      const item = new ClipboardItem({
        'text/html': new Blob([rich], { type: 'text/html' }),
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      });
      await navigator.clipboard.write([item]);
    },
    [html, text] as const,
  );
}
