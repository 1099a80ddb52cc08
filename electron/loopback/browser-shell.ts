// Entry of the browser shell without the command line: `npm start` runs it where there is no display or no Electron runtime.
// Words: --library DIR, --port N. Prints one line with the address and ends cleanly on Ctrl-C.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCore } from '../core/open-core.ts';
import { stateFolder } from '../serving/state-folder.ts';
import { runBrowserShell } from './run-browser-shell.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { library: { type: 'string' }, port: { type: 'string' } } });

const run = runBrowserShell({
  openCore: (port) =>
    openCore({
      port,
      stateDir: stateFolder(),
      resourcesDir: join(root, 'resources'),
      readerDir: join(root, 'out', 'reader'),
      log: (line) => process.stderr.write(`${line}\n`),
    }),
  pageDir: join(root, 'out', 'page'),
  library: values.library ?? null,
  port: Number(values.port ?? 0),
});

await run.catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Heirloom could not start: ${reason.split('\n', 1)[0]}\n`);
  process.exit(1);
});
