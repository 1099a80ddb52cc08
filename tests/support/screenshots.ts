// `npm run screenshots`: pictures of every page in the four languages, light and dark, into out/screenshots/, from the
// sample library, so that anybody can look at the whole product in a minute.
//   --pages a,b      only pages whose name begins with one of these
//   --languages en,fa   --themes light,dark   --width 1280
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { LANGUAGES, type UiLanguage } from '../../shared/domain/settings.ts';
import { chromiumArguments, findChromium } from './chromium.ts';
import { ROOT, serveBrowserShell } from './launch.ts';
import { sampleIn, settled, shots } from './pages.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    languages: { type: 'string' },
    themes: { type: 'string' },
    width: { type: 'string' },
    out: { type: 'string' },
  },
});
const wanted = (list: string | undefined): string[] | null => list?.split(',') ?? null;
const OUT = values.out ?? join(ROOT, 'out', 'screenshots');
const WIDTH = Number(values.width ?? 1280);

async function pictures(language: UiLanguage, executable: string): Promise<number> {
  const sample = await sampleIn(language);
  const { stateDir, libraryDir } = sample;
  const browser = await chromium.launch({ executablePath: executable, args: [...chromiumArguments()] });
  let made = 0;
  const take = async (page: Page, name: string, theme: string): Promise<void> => {
    const place = join(OUT, `${language}-${theme}`);
    mkdirSync(place, { recursive: true });
    await page.screenshot({ path: join(place, `${name}.png`) });
    made += 1;
  };
  try {
    const only = wanted(values.pages);
    const isWanted = (name: string): boolean =>
      only === null || only.some((part) => name.startsWith(part) || name.slice(3).startsWith(part));
    const themes = (['light', 'dark'] as const).filter(
      (theme) => wanted(values.themes)?.includes(theme) ?? true,
    );
    if (isWanted('00-welcome')) {
      const empty = await serveBrowserShell({ stateDir });
      for (const theme of themes) {
        const page = await browser.newPage({
          viewport: { width: WIDTH, height: 832 },
          colorScheme: theme,
          // A sheet on its way in is not what anybody looks at.
          reducedMotion: 'reduce',
          locale: language,
        });
        await page.goto(empty.url);
        await settled(page);
        await take(page, '00-welcome', theme);
        await page.close();
      }
      await empty.close();
    }
    const served = await serveBrowserShell({ stateDir, libraryDir });
    const base = new URL(served.url).origin;
    for (const theme of themes) {
      const context = await browser.newContext({
        viewport: { width: WIDTH, height: 832 },
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: language,
      });
      const page = await context.newPage();
      await page.goto(served.url);
      await settled(page);
      for (const shot of shots().filter((one) => isWanted(one.name))) {
        await page.goto(`${base}/#${shot.path}`);
        await settled(page);
        await shot.act?.(page);
        await take(page, shot.name, theme);
        if (shot.act) await page.keyboard.press('Escape');
      }
      await context.close();
    }
    await served.close();
  } finally {
    await browser.close();
    sample.remove();
  }
  return made;
}

const found = await findChromium((line) => process.stderr.write(`${line}\n`));
if ('unavailable' in found) {
  process.stderr.write(`${found.unavailable}\n`);
  process.exitCode = 1;
} else {
  const languages = LANGUAGES.filter((language) => wanted(values.languages)?.includes(language) ?? true);
  let made = 0;
  for (const language of languages) made += await pictures(language, found.executable);
  process.stdout.write(`${made} pictures in ${OUT}\n`);
}
