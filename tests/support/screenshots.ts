// `npm run screenshots`: pictures of every page in the four languages, light and dark, into out/screenshots/, from the
// sample library, so that anybody can look at the whole product in a minute.
//   --pages a,b      only pages whose name begins with one of these
//   --languages en,fa   --themes light,dark   --width 1280
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { openCore } from '../../electron/core/open-core.ts';
import { LANGUAGES, type UiLanguage } from '../../shared/domain/settings.ts';
import { chromiumArguments, findChromium } from './chromium.ts';
import { ROOT, serveBrowserShell } from './launch.ts';

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

type Shot = {
  readonly name: string;
  readonly path: string;
  /** What a person would do to see it. */
  readonly act?: (page: Page) => Promise<void>;
};

function firstId(file: string, test: (record: Record<string, unknown>) => boolean = () => true): string {
  const lines = readFileSync(join(ROOT, 'resources', 'sample', `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const found = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(test);
  if (found === undefined) throw new Error(`the sample has no such record in ${file}`);
  return found.id as string;
}

/** Every page of the product. A page that is missing here has not been looked at. */
export function shots(): Shot[] {
  const playbook = firstId('playbooks');
  return [
    { name: '01-home', path: '/' },
    { name: '02-sessions', path: '/sessions' },
    { name: '03-session', path: `/sessions/${firstId('sessions', (one) => one.state === 'ended')}` },
    { name: '04-mentorship', path: `/mentorships/${firstId('mentorships')}` },
    { name: '05-notes', path: '/notes' },
    {
      name: '06-note-en',
      path: `/notes/${firstId('notes', (one) => one.language === 'en' && one.kind === 'judgement')}`,
    },
    { name: '07-note-fa', path: `/notes/${firstId('notes', (one) => one.language === 'fa')}` },
    {
      name: '08-note-zh',
      path: `/notes/${firstId('notes', (one) => (one.language as string).startsWith('zh'))}`,
    },
    { name: '09-note-th', path: `/notes/${firstId('notes', (one) => one.language === 'th')}` },
    { name: '10-questions', path: '/questions?show=open' },
    { name: '11-question', path: `/questions/${firstId('questions', (one) => one.state === 'accepted')}` },
    { name: '12-cases', path: '/cases' },
    { name: '13-case', path: `/cases/${firstId('cases', (one) => (one.timeline as unknown[]).length > 0)}` },
    { name: '14-cases-import', path: '/cases/import' },
    { name: '15-playbooks', path: '/playbooks' },
    { name: '16-playbook', path: `/playbooks/${playbook}` },
    { name: '17-playbook-read', path: `/playbooks/${playbook}/read` },
    { name: '18-people', path: '/people' },
    { name: '19-person', path: `/people/${firstId('people', (one) => one.lastDay !== null)}` },
    { name: '20-topics', path: '/topics' },
    { name: '21-topic', path: `/topics/${firstId('topics')}` },
    { name: '22-packages', path: '/packages' },
    { name: '23-packages-export', path: `/packages/export?playbook=${playbook}` },
    { name: '24-packages-import', path: '/packages/import' },
    { name: '25-search', path: '/search?q=seal' },
    { name: '26-settings', path: '/settings' },
    { name: '27-bin', path: '/bin' },
    {
      name: '28-palette',
      path: '/',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('pump');
        await page.waitForTimeout(600);
      },
    },
  ];
}

async function settled(page: Page): Promise<void> {
  // The change stream keeps the network busy for ever, so the page itself is asked.
  await page
    .locator('h1, h2')
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
}

async function pictures(language: UiLanguage, executable: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-pictures-'));
  const stateDir = join(folder, 'state');
  mkdirSync(stateDir);
  const libraryDir = join(folder, 'library');
  const core = await openCore({
    stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: join(ROOT, 'out', 'reader'),
    backgroundWork: false,
  });
  await core.createSample(libraryDir, language);
  await core.close();
  writeFileSync(join(stateDir, 'settings.json'), JSON.stringify({ settings: { language }, recent: [] }));
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
    rmSync(folder, { recursive: true, force: true });
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
