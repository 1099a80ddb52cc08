import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Core, openCore } from '../../core/open-core.ts';
import { startLoopback } from '../../loopback/start-loopback.ts';
import { stateFolder } from '../../serving/state-folder.ts';
import type { Arguments } from '../arguments.ts';
import { openInBrowser } from '../open-in-browser.ts';
import type { Output } from '../terminal.ts';
import { CommandError, existing } from '../with-library.ts';
import { say } from '../words.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Serves the app on 127.0.0.1 until it is told to stop. Prints one line: the address, with the key in its fragment. */
export async function serve(args: Arguments, out: Output): Promise<number> {
  const pageDir = join(ROOT, 'out', 'page');
  if (!existsSync(join(pageDir, 'index.html'))) throw new CommandError(say('notBuilt'));
  const port = args.number('port', { min: 0, max: 65_535, default: 0 });
  const folder = args.text('library');
  if (folder !== undefined) existing(folder);
  let core: Core | null = null;
  try {
    const server = await startLoopback({
      // Opened once the port is known: the lock of the library tells others where it is open.
      core: async (known) => {
        core = await openCore({
          stateDir: stateFolder(),
          resourcesDir: join(ROOT, 'resources'),
          readerDir: join(ROOT, 'out', 'reader'),
          port: known,
        });
        if (folder !== undefined) await core.openLibrary(folder);
        return core;
      },
      pageDir,
      port,
    });
    if (args.flag('json')) out.json({ url: server.url });
    else out.line(server.url);
    if (!args.flag('no-open')) openInBrowser(server.url);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await server.close();
    return 0;
  } finally {
    await (core as Core | null)?.close();
  }
}
