import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Inline } from '../../shared/richtext/document.ts';
import { chromiumArguments } from '../support/chromium.ts';

// The editor alone on a page, in a real Chromium: for what only a browser does (input methods, the clipboard, where
// the cursor goes). Built once into a folder of its own, served from the loopback under the app's content policy.

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
/** As strict as the app's own: scripts and styles from files only, Trusted Types with the one policy of the editor. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types heirloom-inert-html";

export interface EditorPages {
  /** A fresh page with the editor, focused. `query` as in `page/main.tsx`. */
  readonly open: (query: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function startEditorPages(executablePath: string): Promise<EditorPages> {
  const folder = await mkdtemp(join(tmpdir(), 'heirloom-editor-'));
  await build({
    configFile: fileURLToPath(new URL('./page/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const name = path === '/' ? 'index.html' : path.slice(1);
    readFile(join(folder, name)).then(
      (bytes) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
          'content-security-policy': POLICY,
        });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
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
      await page.goto(`http://127.0.0.1:${port}/?${query}`);
      const text = page.locator('[data-slate-editor]');
      await text.waitFor();
      await text.click();
      return page;
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The document on the page, a line for each block: kind, direction set by hand, words with their marks. */
export const written = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.lastDocument.blocks.map((block) => {
      const kind =
        block.type === 'list-item' ? block.style : block.type === 'heading' ? `h${block.level}` : block.type;
      const words = (block.children as Inline[]).map((child) => {
        if ('text' in child) {
          const marks = Object.keys(child).filter((key) => key !== 'text');
          return marks.length > 0 ? `{${marks.join()}:${child.text}}` : child.text;
        }
        return child.type === 'mention'
          ? `{@${child.label}}`
          : `{a ${child.url}:${child.children.map(({ text }) => text).join('')}}`;
      });
      return `${kind}${block.dir ? `.${block.dir}` : ''}${'depth' in block && block.depth > 0 ? `+${block.depth}` : ''} ${words.join('')}`.trimEnd();
    }),
  );

/** What an input method does: shows a few states of what is being composed, then commits. */
export async function composeInBrowser(page: Page, states: readonly string[], commit: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of states)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await session.send('Input.insertText', { text: commit });
  await session.detach();
}

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
