/** The app's core as every shell starts it, without work in the background. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../electron/core/open-core.ts';
import { type Client, clientOf } from '../support/test-core.ts';

const ROOT = join(import.meta.dirname, '../..');

export type BenchCore = {
  readonly client: Client;
  readonly open: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openBenchCore(): Promise<BenchCore> {
  const stateDir = mkdtempSync(join(tmpdir(), 'heirloom-bench-state-'));
  const core = await openCore({
    stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: join(ROOT, 'out', 'reader'),
    backgroundWork: false,
  });
  return {
    client: clientOf(core),
    open: (folder) => core.openLibrary(folder),
    close: async () => {
      await core.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
