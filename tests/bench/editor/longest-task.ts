import type { Browser } from '@playwright/test';

/** One thing the page did without listening to anybody: milliseconds by the clock, and what its thread computed in them. */
export interface Task {
  readonly wall: number;
  readonly cpu: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task of any page's main thread while `act` runs, as the browser itself records it. */
export async function longestTask(browser: Browser, act: () => Promise<void>): Promise<Task> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
  });
  await act();
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await done;
  await session.detach();
  const threads = new Map(
    events
      .filter(({ name }) => name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]),
  );
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) =>
        name === 'RunTask' && ph === 'X' && threads.get(`${pid} ${tid}`) === 'CrRendererMain',
    )
    .map(({ dur = 0, tdur = 0 }): Task => ({ wall: dur / 1_000, cpu: tdur / 1_000 }));
  // The one that computed most: on a busy machine the longest by the clock is whichever had to wait for others.
  return tasks.reduce((most, task) => (task.cpu > most.cpu ? task : most), { wall: 0, cpu: 0 });
}
