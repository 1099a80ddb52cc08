// Every page of the product, for those who look at all of them: the pictures (screenshots.ts) and the checks of looks (looks.spec.ts).
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { UiLanguage } from '../../shared/domain/settings.ts';
import { ROOT } from './launch.ts';
import { openQuietCore } from './test-core.ts';

export type Shot = {
  readonly name: string;
  readonly path: string;
  /** What a person would do to see it; Escape undoes it. */
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
    { name: '02-mentorships', path: '/mentorships' },
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
    { name: '09-notes-import', path: '/notes/import' },
    {
      name: '09-notes-import-check',
      path: '/notes',
      act: async (page) => {
        const text = (body: string): Buffer => Buffer.from(body);
        await page.evaluate(() => {
          location.hash = '/notes/import';
        });
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles([
            {
              name: 'Seal.md',
              mimeType: 'text/markdown',
              buffer: text('See [[Pump]] and [[nobody]].\n\n#### Deep'),
            },
            { name: 'Pump.md', mimeType: 'text/markdown', buffer: text('# Pump\n\nIt runs dry.') },
            { name: 'سند شکسته.docx', mimeType: 'application/zip', buffer: text('no zip') },
            { name: 'spare.png', mimeType: 'image/png', buffer: text('x') },
          ]);
        await page.locator('table').waitFor({ timeout: 30_000 });
      },
    },
    {
      name: '09-note-source',
      path: '/notes',
      act: async (page) => {
        await page.evaluate(() => {
          location.hash = '/notes/import';
        });
        // Another text each time: what is in the library already cannot be brought in.
        const text = `# Dry running\n\nIt [hums](https://example.org/${Date.now()}) before it fails.`;
        const buffer = Buffer.from(text);
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles([{ name: 'پلان plan.md', mimeType: 'text/markdown', buffer }]);
        await page.getByRole('checkbox').waitFor({ timeout: 30_000 });
        await page.locator('label:has(input[type=checkbox])').click();
        await page.locator('main button').filter({ hasText: /[1۱]/u }).click();
        await page.getByRole('status').filter({ hasText: /[1۱]/u }).waitFor({ timeout: 30_000 });
        await page.evaluate(() => {
          location.hash = '/notes';
        });
        await page.getByText('Dry running').first().click();
        await page.locator('a[download]').first().waitFor({ timeout: 30_000 });
      },
    },
    {
      name: '09-notes-import-table',
      path: '/questions',
      act: async (page) => {
        const buffer = Buffer.from(
          'question,answer,accepted,views\nWhy does the seal weep?,Dry running,yes,12\n',
        );
        await page.evaluate(() => {
          location.hash = '/notes/import';
        });
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles([{ name: 'faq.csv', mimeType: 'text/csv', buffer }]);
        await page.locator('table').waitFor({ timeout: 30_000 });
      },
    },
    { name: '10-questions', path: '/questions?show=open' },
    { name: '11-question', path: `/questions/${firstId('questions', (one) => one.state === 'accepted')}` },
    { name: '12-cases', path: '/cases' },
    { name: '13-case', path: `/cases/${firstId('cases', (one) => (one.timeline as unknown[]).length > 0)}` },
    { name: '14-cases-import', path: '/cases/import' },
    { name: '14-customers', path: '/customers' },
    { name: '14-customer', path: `/customers/${firstId('customers')}` },
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
    { name: '29-quick-note', path: '/', act: (page) => page.keyboard.press('Control+Shift+N') },
    { name: '30-shortcuts', path: '/', act: (page) => page.keyboard.press('?') },
    { name: '31-ask', path: '/questions?new' },
    { name: '32-nothing-there', path: '/no-such-page' },
    { name: '33-search-nothing', path: '/search?q=zzqqx' },
  ];
}

/** Waits until a page has its heading, its fonts and its rows. */
export async function settled(page: Page): Promise<void> {
  // The change stream keeps the network busy for ever, so the page itself is asked.
  await page
    .locator('h1, h2')
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
}

export interface PagesOf {
  /** Settings: the language of the interface. */
  readonly stateDir: string;
  readonly libraryDir: string;
  remove(): void;
}

/** A sample library and settings in one language, to be served. */
export async function sampleIn(language: UiLanguage): Promise<PagesOf> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-pages-'));
  const stateDir = join(folder, 'state');
  const libraryDir = join(folder, 'library');
  mkdirSync(stateDir);
  const core = await openQuietCore(stateDir);
  await core.createSample(libraryDir, language);
  await core.close();
  writeFileSync(join(stateDir, 'settings.json'), JSON.stringify({ settings: { language }, recent: [] }));
  return {
    stateDir,
    libraryDir,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
