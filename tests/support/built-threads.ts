import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before any test: the threads of the store as they are built, from the source as it is now (see electron/threads). */
export function setup(): void {
  const build = fileURLToPath(new URL('../../electron/packaging/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [build, '--only', 'worker,documents,writer'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The threads of the store could not be built.');
}
