// The life of a browser-shell run: open the core, open the library asked for, serve, say the address, close on a signal.
import { type ServedCore, startLoopback } from './start-loopback.ts';

export interface BrowserShellCore extends ServedCore {
  openLibrary(dir: string): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserShellRun {
  readonly openCore: (port: number) => Promise<BrowserShellCore>;
  readonly pageDir: string;
  readonly library: string | null;
  readonly port: number;
}

/** Resolves when serving. A library that cannot be opened is said in one line; the page then offers the other doors. */
export async function runBrowserShell(run: BrowserShellRun): Promise<void> {
  let core: BrowserShellCore | null = null;
  const open = async (port: number) => {
    core = await run.openCore(port);
    if (run.library) {
      await core.openLibrary(run.library).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        process.stderr.write(`The library could not be opened: ${reason.split('\n', 1)[0]}\n`);
      });
    }
    return core;
  };
  const served = await startLoopback({ core: open, pageDir: run.pageDir, port: run.port });
  let closing = false;
  const end = () => {
    if (closing) return;
    closing = true;
    served
      .close()
      .then(() => core?.close())
      .then(() => process.exit(0))
      .catch(() => process.exit(1));
  };
  // The parent may be gone without a signal (a test runner that was killed): its pipe tells.
  process.on('disconnect', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.stdout.write(`Heirloom is at ${served.url}\n`);
}
