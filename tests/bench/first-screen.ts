/** What a browser must have before it can draw the first page in English, packed as a server would send it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type FirstScreen = { readonly gzipBytes: number; readonly fontBytes: number; readonly files: number };

/** Chunks that the entry asks for by itself before anything is drawn: words and the first page. */
const ASKED_FOR = /^(?:en|home-page)-[\w-]+\.js$/;
/** The face and range of plain English text; others load when a letter of theirs is drawn. */
const ENGLISH_FONT = /^inter-latin-wght-normal-[\w-]+\.woff2$/;

/** Null where the page is not built. Fonts are packed already and counted as they are. */
export function firstScreen(pageDir: string): FirstScreen | null {
  const index = join(pageDir, 'index.html');
  if (!existsSync(index)) return null;
  const html = readFileSync(index, 'utf8');
  const assets = readdirSync(join(pageDir, 'assets'));
  const seen = new Set<string>(['index.html']);
  const waiting = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((found) => found[1]!);
  waiting.push(...assets.filter((name) => ASKED_FOR.test(name)).map((name) => `assets/${name}`));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.endsWith('.js')) continue;
    // Only what is imported at the top: `import(…)` waits until it is called.
    const code = readFileSync(join(pageDir, file), 'utf8');
    for (const found of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      waiting.push(`assets/${found[1]}`);
  }
  const gzipped = [...seen].map((file) => gzipSync(readFileSync(join(pageDir, file))).length);
  const fonts = assets
    .filter((name) => ENGLISH_FONT.test(name))
    .map((name) => readFileSync(join(pageDir, 'assets', name)).length);
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  return { gzipBytes: sum(gzipped) + sum(fonts), fontBytes: sum(fonts), files: seen.size + fonts.length };
}
