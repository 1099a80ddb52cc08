import { computed, press, putCaret, SENTENCE, type Where } from './keystrokes.ts';
import { longNote } from './long-note.ts';
import { heapMb, type ProcessMemory, rendererMemory } from './memory.ts';
import { openPage, type Stage, serveEditors, startBrowser } from './open-page.ts';

// Our editor beside a bare chunked Slate editor, each alone on a page with the same note, in turns in the same browser.

/** `bare 1000` is what Slate's walkthrough advises; `bare 100` has chunks of the size of ours. */
const PAGES = { ours: 'ours.html', 'bare 1000': 'bare.html?chunk=1000', 'bare 100': 'bare.html?chunk=100' };
export type Which = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as Which[];

/** What is typed in one round: where, and which keys. `computing` is measured over these keys alone. */
interface Passage {
  readonly name: string;
  readonly where: Where;
  readonly keys: readonly string[];
  /** Pressed before and after, untimed. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);
const PASSAGES: readonly Passage[] = [
  { name: 'letters, start', where: 'start', keys: SENTENCE },
  { name: 'letters, middle', where: 'middle', keys: SENTENCE },
  { name: 'letters, end', where: 'end', keys: SENTENCE },
  { name: 'letters, numbered list', where: 1_011, keys: SENTENCE },
  { name: 'Enter', where: 'middle', keys: times(8, 'Enter') },
  // Takes the new blocks away again, and four letters.
  { name: 'Backspace', where: 'here', keys: times(12, 'Backspace') },
  {
    name: 'bold on and off',
    where: 'middle',
    before: times(5, 'Shift+ArrowLeft'),
    keys: times(6, 'Control+b'),
  },
];

export interface AloneResult {
  /** Milliseconds to open, by page. */
  readonly opens: Record<Which, number[]>;
  /** Milliseconds from key to paint, by passage and page. */
  readonly keys: Record<string, Record<Which, number[]>>;
  /** Milliseconds of computing a key, by passage and page: one number a round. */
  readonly computing: Record<string, Record<Which, number[]>>;
  readonly longTasks: Record<Which, number>;
  readonly heapMb: Record<Which, number>;
  readonly process: Record<Which, ProcessMemory>;
}

const each = <T>(make: () => T): Record<Which, T> =>
  Object.fromEntries(NAMES.map((name) => [name, make()])) as Record<Which, T>;

export async function measureAlone(
  executablePath: string,
  { rounds, opens }: { readonly rounds: number; readonly opens: number },
): Promise<AloneResult> {
  const served = await serveEditors({ 'note.json': JSON.stringify(longNote()) });
  const result: AloneResult = {
    opens: each(() => []),
    keys: Object.fromEntries(PASSAGES.map(({ name }) => [name, each(() => [] as number[])])),
    computing: Object.fromEntries(PASSAGES.map(({ name }) => [name, each(() => [] as number[])])),
    longTasks: each(() => 0),
    heapMb: each(() => 0),
    process: each(() => ({ resident: 0, own: 0 })),
  };
  try {
    for (let turn = -1; turn < opens; turn += 1) {
      for (const name of inTurns(turn)) {
        const ms = await openOnce(executablePath, `${served.origin}${PAGES[name]}`, turn === 0, name, result);
        if (turn >= 0) result.opens[name].push(ms);
      }
    }
    await typeInTurns(executablePath, served.origin, rounds, result);
  } finally {
    await served.close();
  }
  return result;
}

/** The order changes from turn to turn, so that no page always comes after the same other. */
const inTurns = (turn: number): Which[] =>
  NAMES.map((_, at) => NAMES[(at + turn + NAMES.length) % NAMES.length]!);

/** Opens the note in a browser of its own, so that nothing of the page before is warm or in the memory counted. */
async function openOnce(
  executablePath: string,
  url: string,
  weigh: boolean,
  name: Which,
  result: AloneResult,
): Promise<number> {
  const browser = await startBrowser(executablePath);
  try {
    const { page, session } = await openPage(browser, url);
    const ms = await page.evaluate(() => window.openEditor());
    if (weigh) {
      await page.waitForTimeout(1_000);
      result.heapMb[name] = await heapMb(session);
      result.process[name] = await rendererMemory(browser);
    }
    return ms;
  } finally {
    await browser.close();
  }
}

async function typeInTurns(
  executablePath: string,
  origin: string,
  rounds: number,
  result: AloneResult,
): Promise<void> {
  const browser = await startBrowser(executablePath);
  try {
    const stages = {} as Record<Which, Stage>;
    for (const name of NAMES) {
      stages[name] = await openPage(browser, `${origin}${PAGES[name]}`);
      await stages[name].page.evaluate(() => window.openEditor());
    }
    for (let round = -1; round < rounds; round += 1) {
      for (const passage of PASSAGES) {
        for (const name of inTurns(round)) await typePassage(stages[name], passage, round, name, result);
      }
    }
    for (const name of NAMES) {
      const { page } = stages[name];
      const found = await page.evaluate(() => window.keyTimes);
      result.longTasks[name] = await page.evaluate(() => window.longFrames.length);
      for (const { name: passage } of PASSAGES) result.keys[passage]?.[name].push(...(found[passage] ?? []));
    }
  } finally {
    await browser.close();
  }
}

async function typePassage(
  { page, session }: Stage,
  passage: Passage,
  round: number,
  name: Which,
  result: AloneResult,
): Promise<void> {
  await page.bringToFront();
  await putCaret(page, passage.where);
  for (const key of passage.before ?? []) await page.keyboard.press(key);
  await page.waitForTimeout(200);
  if (round < 0) await page.evaluate(() => void (window.longFrames = []));
  const before = await computed(session);
  // The first round only warms up, under a name nobody asks for.
  await press(page, round < 0 ? 'warming up' : passage.name, passage.keys);
  const after = await computed(session);
  if (round >= 0) result.computing[passage.name]?.[name].push((after - before) / passage.keys.length);
}
