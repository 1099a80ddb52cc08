import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from '@playwright/test';

/** What the page's own objects take, in MB (10^6), after everything unused was thrown away. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}

/**
 * Resident memory of the process that draws the page, in MB (10^6): the largest of the browser's renderers, which is
 * the only one with anything in it. Counts what it shares with others too, so it is the most it can be. 0 where there
 * is no /proc.
 */
export async function rendererMb(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return (Number(kb ?? 0) * 1_024) / 1e6;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...sizes);
}
