import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from '@playwright/test';

/** What the page's own objects take, in MB (10^6), after everything unused was thrown away. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}

export interface ProcessMemory {
  /** Resident, what it shares with other processes (the browser's own code) counted too. */
  readonly resident: number;
  /** What would be free again without it. */
  readonly own: number;
}

/**
 * Memory of the process that draws the page, in MB (10^6): the largest of the browser's renderers, which is the only one
 * with anything in it. Zero where there is no /proc.
 */
export async function rendererMemory(browser: Browser): Promise<ProcessMemory> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const all = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => memoryOf(id));
  return all.toSorted((a, b) => b.own - a.own)[0] ?? NONE;
}

const NONE: ProcessMemory = { resident: 0, own: 0 };

function memoryOf(pid: number): ProcessMemory {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const mb = (name: string) =>
      (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(text)?.[1]) * 1_024) / 1e6;
    return { resident: mb('Rss'), own: mb('Private_Clean') + mb('Private_Dirty') };
  } catch {
    return NONE;
  }
}
