import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { type Core, openCore } from '../../electron/core/open-core.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A clock that moves one second each time it is read, from a day after the sample's anchor: orders are certain, dates are not today's. */
export function steadyClock(from = '2026-11-02T09:00:00.000Z'): () => Date {
  let at = Date.parse(from);
  return () => {
    at += 1000;
    return new Date(at);
  };
}

export function clientOf(core: Core) {
  return createRouterClient(core.router, { context: {} });
}
export type Client = ReturnType<typeof clientOf>;

/** A core that does nothing by itself, with its state in `stateDir` and no library open. */
export const openQuietCore = (stateDir: string, now?: () => Date): Promise<Core> =>
  openCore({
    stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: join(ROOT, 'out', 'reader'),
    ...(now === undefined ? {} : { now }),
    backgroundWork: false,
  });

export type TestCore = {
  readonly core: Core;
  readonly client: Client;
  /** A folder for this test alone; gone afterwards. */
  readonly folder: string;
  readonly libraryDir: string;
  readonly close: () => Promise<void>;
};

/** A core with a fresh library: empty, the sample, or none yet. */
export async function openTestCore(library: 'empty' | 'sample' | 'none' = 'empty'): Promise<TestCore> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-test-'));
  const core = await openQuietCore(join(folder, 'state'), steadyClock());
  const client = clientOf(core);
  const libraryDir = join(folder, 'library');
  if (library === 'empty')
    await client.library.create({ folder: libraryDir, name: 'Test', language: 'en', meName: 'Me' });
  if (library === 'sample') await core.createSample(libraryDir, 'en');
  return {
    core,
    client,
    folder,
    libraryDir,
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
