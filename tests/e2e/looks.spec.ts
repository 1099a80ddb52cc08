import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import type { UiLanguage } from '../../shared/domain/settings.ts';
import { answersWithin } from '../support/answers-within.ts';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { ROOT, type Served, serveBrowserShell, whyNot } from '../support/launch.ts';
import { type PagesOf, type Shot, sampleIn, settled, shots } from '../support/pages.ts';
import { expect, test } from '../support/shell-test.ts';

// Every page of the product as it looks, in a left-to-right and a right-to-left language, light and dark: what axe can
// see, what sticks out when the text is large or the window small, words that were forgotten, and what the console says.
// One page is walked through all of it by its address, so that the whole costs minutes, not an hour.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can differ between the themes; everything else axe looks at is the same page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

type Catalogue = ReadonlyMap<string, string>;

function catalogue(language: string): Catalogue {
  const folder = join(ROOT, 'shared/i18n/messages', language);
  const all = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const texts = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
    for (const [name, text] of Object.entries(texts))
      if (typeof text === 'string') all.set(`${file.replace('.json', '')}:${name}`, text);
  }
  return all;
}

const KEYS = new Set([...catalogue('en').keys()].flatMap((key) => [key, key.split(':')[1] as string]));
const NAMESPACES = [...new Set([...catalogue('en').keys()].map((key) => key.split(':')[0] as string))];

/** A text that stands on a page as it was looked up, because nobody had written it. */
const isKey = (text: string): boolean =>
  (KEYS.has(text) && text.includes('.')) || new RegExp(`^(?:${NAMESPACES.join('|')}):[\\w.]+$`).test(text);

/** Matches whole texts of the English interface, of eight letters and more, that another language words differently. */
function englishTexts(other: Catalogue): RegExp {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const patterns = [...catalogue('en')]
    .filter(([key, text]) => other.get(key) !== text)
    .map(([, text]) => text.split(/\{\{[^}]*\}\}/))
    .filter((parts) => parts.join('').replace(/\P{L}/gu, '').length >= 8)
    .map((parts) => parts.map(escape).join('.+'));
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}

/** Every text a person can read or hear on the page, outside what they write themselves. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('script, style, [contenteditable="true"], .rt')) continue;
      found.add(node.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        found.add(element.getAttribute(name)?.trim() ?? '');
    found.delete('');
    return [...found];
  });

/** Boxes whose content sticks out sideways: the document, and every sheet that scrolls up and down. */
const overflowingNow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.scroll-y')]
      .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1)
      .map((box) => {
        const frame = box.getBoundingClientRect();
        const out = [...box.querySelectorAll<HTMLElement>('*')].filter((one) => {
          const rect = one.getBoundingClientRect();
          return rect.width > 0 && (rect.right > frame.right + 1 || rect.left < frame.left - 1);
        });
        // The innermost says most.
        return `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}: ${out.at(-1)?.outerHTML.slice(0, 200) ?? ''}`;
      }),
  );

/** The same once the page has had the time to follow a change of its size. */
async function overflowing(page: Page): Promise<string[]> {
  let found = await overflowingNow(page);
  for (let again = 0; again < 10 && found.length > 0; again += 1) {
    await page.waitForTimeout(150);
    found = await overflowingNow(page);
  }
  return found;
}

/** What a person sets as the size of text in the browser, in pixels; 16 is how it comes. */
async function textSize(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  await session.detach();
}

/**
 * What moves though a person asked for less motion. A colour on its way to another is none that anybody chose: a thousand
 * such transitions at once, one level of the page a frame, made axe find contrasts that nobody sees, and wait for them.
 */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one instanceof CSSTransition)
      .slice(0, 3)
      .map((one) => {
        const target = (one.effect as KeyframeEffect | null)?.target;
        return `${(one as CSSTransition).transitionProperty} of ${target?.outerHTML.slice(0, 120)}`;
      }),
  );

async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Nothing of the app lies in a frame; looking through one page at once takes half the time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(TAGS)).analyze();
  return violations.flatMap((one) =>
    one.nodes
      // Which headings a person puts into a text is theirs.
      .filter((node) => one.id !== 'heading-order' || !node.html.includes('rt-heading'))
      .slice(0, 3)
      .map((node) => `axe: ${one.id}: ${node.html.slice(0, 240)}`),
  );
}

/** The longest that one look at one page takes on a slow and loaded machine, in milliseconds. */
const LOOK_MS = 60_000;

async function walk(
  page: Page,
  shot: Shot,
  language: UiLanguage,
  untranslated: RegExp | null,
): Promise<string[]> {
  const faults: string[] = [];
  const note = (what: string, found: readonly string[]): void => {
    for (const one of found) faults.push(`${language} ${shot.name} ${what}: ${one}`);
  };
  // A silence of the browser must say where it was: a walk that only ran out of time tells nothing.
  const look = <Answer>(what: string, answer: Promise<Answer>): Promise<Answer> =>
    answersWithin(LOOK_MS, `${language} ${shot.name}: ${what}`, answer);
  const colours = (colorScheme: 'light' | 'dark'): Promise<void> =>
    look(`becoming ${colorScheme}`, page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));
  await look('settling', settled(page));
  if (shot.act) await look('acting', shot.act(page));
  note('light', await look('axe in the light', axe(page)));
  await colours('dark');
  note('moves', await look('what moves', moving(page)));
  note('dark', await look('axe in the dark', axe(page, COLOUR_RULES)));
  await colours('light');
  const words = await look('reading its texts', texts(page));
  note('is a key', words.filter(isKey));
  if (untranslated)
    note(
      'is English',
      words.filter((text) => untranslated.test(text)),
    );
  note('at 1280', await look('what sticks out at 1280', overflowing(page)));
  await look('text at 200 %', textSize(page, 32));
  await expect(page.locator('html')).toHaveCSS('font-size', '32px');
  note('text at 200 %', await look('what sticks out at 200 %', overflowing(page)));
  await look('text at 100 %', textSize(page, 16));
  await look('becoming narrow', page.setViewportSize({ width: 640, height: 832 }));
  note('at 640', await look('what sticks out at 640', overflowing(page)));
  await look('becoming wide', page.setViewportSize({ width: 1280, height: 832 }));
  await look('stepping out', page.keyboard.press('Escape'));
  return faults;
}

for (const language of ['en', 'fa'] as const) {
  test.describe(`every page in ${language}`, () => {
    let sample: PagesOf;
    let served: Served;

    test.beforeAll(async () => {
      const reason = await whyNot('browser');
      test.skip(reason !== null, reason ?? '');
      sample = await sampleIn(language);
    });
    test.afterAll(() => sample?.remove());

    test(`is whole, readable and translated (${language})`, async () => {
      test.setTimeout(600_000);
      const found = await findChromium();
      if ('unavailable' in found) throw new Error(found.unavailable);
      const browser = await chromium.launch({
        executablePath: found.executable,
        args: [...chromiumArguments()],
      });
      const context = await browser.newContext({
        viewport: { width: 1280, height: 832 },
        locale: language,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      const faults: string[] = [];
      let at = '';
      await context.exposeFunction('reportBreach', (text: string) =>
        faults.push(`${language} ${at} ${text}`),
      );
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          void (globalThis as unknown as { reportBreach: (text: string) => void }).reportBreach(
            `content policy: ${event.violatedDirective} ${event.sourceFile} ${event.sample}`,
          );
        });
      });
      const watch = (page: Page): void => {
        page.on('pageerror', (error) => faults.push(`${language} ${at} error: ${error.message}`));
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(`${language} ${at} console: ${message.text()}`);
        });
      };
      const english = catalogue('en');
      const own = catalogue(language);
      const untranslated = language === 'en' ? null : englishTexts(own);
      try {
        served = await serveBrowserShell({ stateDir: sample.stateDir });
        const first = await context.newPage();
        watch(first);
        at = 'welcome';
        await first.goto(served.url);
        faults.push(...(await walk(first, { name: '00-welcome', path: '/' }, language, untranslated)));
        await first.close();
        await served.close();

        served = await serveBrowserShell({ stateDir: sample.stateDir, libraryDir: sample.libraryDir });
        const page = await context.newPage();
        watch(page);
        await page.goto(served.url);
        for (const shot of shots()) {
          at = shot.name;
          await page.evaluate((to) => {
            window.location.hash = to;
          }, shot.path);
          faults.push(...(await walk(page, shot, language, untranslated)));
        }

        expect(faults).toEqual([]);

        // The guards themselves: planted faults must be found, or all the silence above means nothing.
        at = 'planted';
        await page.evaluate((text) => {
          const box = document.createElement('div');
          box.style.cssText = 'width: 4000px; color: #bbb; background: #ccc';
          const faint = document.createElement('p');
          faint.textContent = 'Faint';
          const picture = document.createElement('img');
          picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
          box.append(faint, picture, document.createElement('button'));
          const forgotten = document.createElement('p');
          forgotten.textContent = text;
          const key = document.createElement('p');
          key.textContent = 'common:no.such.text';
          document.querySelector('.scroll-y')?.prepend(box, forgotten, key);
        }, english.get('common:moveToBin') as string);
        const light = (await axe(page)).join('\n');
        for (const rule of ['image-alt', 'button-name', 'color-contrast']) expect(light).toContain(rule);
        expect(await overflowing(page)).not.toEqual([]);
        const words = await texts(page);
        expect(words.filter(isKey)).toEqual(['common:no.such.text']);
        if (untranslated) {
          expect(words.filter((text) => untranslated.test(text))).toEqual([english.get('common:moveToBin')]);
        }
        await page.evaluate(() => document.body.style.setProperty('transition', 'color 20s', 'important'));
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        expect((await moving(page)).join('\n')).toContain('color of <body');
        await page.evaluate(() => console.error('planted'));
        await expect.poll(() => faults.join('\n')).toContain('console: planted');
      } finally {
        await browser.close();
        await served?.close();
      }
    });
  });
}
