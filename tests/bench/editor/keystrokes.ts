import type { CDPSession, Page } from '@playwright/test';

// Real keys on a real page. Each is timed inside the page from the moment the browser made the event to the end of the
// next frame: a message posted within a frame arrives when its layout and painting are done.

declare global {
  interface Window {
    keyTimes: Record<string, number[]>;
    keysNamed: string;
    longFrames: { readonly at: number; readonly ms: number }[];
  }
}

/** In the page: notes every key's time to paint, and everything that held the page for over 50 ms. */
export function watchKeys(): void {
  window.keyTimes = {};
  window.keysNamed = '';
  window.longFrames = [];
  window.addEventListener(
    'keydown',
    (event) => {
      const name = window.keysNamed;
      if (name === '' || event.key === 'Control' || event.key === 'Shift') return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const times = window.keyTimes[name] ?? [];
          window.keyTimes[name] = times;
          times.push(performance.now() - event.timeStamp);
        };
        port2.postMessage(null);
      });
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.longFrames.push({ at: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
}

const letters = (text: string): string[] => [...text].map((letter) => (letter === ' ' ? 'Space' : letter));
/** What is typed everywhere, key by key. */
export const SENTENCE: readonly string[] = letters(' the seal hums when warm');

/** `here`: where the caret stands. */
export type Where = 'start' | 'middle' | 'end' | 'here' | number;

/**
 * Puts the caret at the end of a block: one near the start, middle or end of the text, or the one of that number.
 * `inside`: a selector of what in the block is meant.
 */
export async function putCaret(page: Page, where: Where, inside?: string): Promise<void> {
  if (where === 'here') return;
  await page.evaluate(
    ([place, part]) => {
      const blocks = [
        ...document.querySelectorAll<HTMLElement>('[data-slate-editor] [data-slate-node="element"]'),
      ].filter((element) => !element.parentElement?.closest('[data-slate-node="element"]'));
      const at =
        typeof place === 'number'
          ? place
          : { start: 1, middle: Math.floor(blocks.length / 2) + 1, end: blocks.length - 4 }[place];
      const block = part ? blocks[at]?.querySelector(part) : blocks[at];
      block?.scrollIntoView({ block: 'center' });
      const texts = block?.querySelectorAll('[data-slate-string]');
      const last = texts?.[texts.length - 1]?.firstChild;
      if (!last) throw new Error(`no words in block ${at}`);
      document.querySelector<HTMLElement>('[data-slate-editor]')?.focus({ preventScroll: true });
      document.getSelection()?.setPosition(last, last.textContent?.length ?? 0);
    },
    [where, inside] as const,
  );
  // Slate learns of a selection up to 100 ms late, and a part of the text that was far away has to be laid out first.
  await page.waitForTimeout(400);
}

/** Keys one after another, a fast typist's pause between them. */
export async function press(page: Page, name: string, keys: readonly string[], pauseMs = 45): Promise<void> {
  await page.evaluate((value) => {
    window.keysNamed = value;
  }, name);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMs);
  }
  await page.waitForTimeout(100);
  await page.evaluate(() => {
    window.keysNamed = '';
  });
}

/** Computing time of the page's main thread so far, in ms: what the clock says without waiting for others. */
export async function computed(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}
