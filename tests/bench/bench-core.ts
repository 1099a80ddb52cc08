/** The app's core as every shell starts it, without work in the background. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, clientOf, openQuietCore } from '../support/test-core.ts';

export type BenchCore = {
  readonly client: Client;
  readonly open: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openBenchCore(): Promise<BenchCore> {
  const stateDir = mkdtempSync(join(tmpdir(), 'heirloom-bench-state-'));
  const core = await openQuietCore(stateDir);
  return {
    client: clientOf(core),
    open: (folder) => core.openLibrary(folder),
    close: async () => {
      await core.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
