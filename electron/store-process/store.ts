// Entry of the process that owns the library in the desktop app. It exists so that a long query or an import never freezes a
// window: pages talk to it over their own port, and the main process is not in the path.
import { openCore } from '../core/open-core.ts';
import { channelOfThisProcess } from './channel.ts';
import { serveStore } from './serve-store.ts';

serveStore(
  channelOfThisProcess(),
  (folders) => openCore({ ...folders, log: (line) => process.stderr.write(`${line}\n`) }),
  (code) => process.exit(code),
);
