import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the thread `name`, whose source lies beside the module at `here` (its `import.meta.url`).
 *
 * Built, the threads lie beside the bundle that starts them. Run from source they are taken from the folder that
 * `HEIRLOOM_THREADS` names, where a build has put them, and only without one from their own source: Node removes the
 * types of TypeScript with WebAssembly, and threads that come and go with WebAssembly in them can end the whole process
 * in Node 24 (V8's check `jit_page.has_value()`). They also start several times faster built.
 */
export function openThread(here: string, name: string, options: WorkerOptions): Worker {
  return new Worker(addressOf(here, name), options);
}

function addressOf(here: string, name: string): URL {
  if (!here.endsWith('.ts')) return new URL(`./${name}.js`, here);
  const built = process.env['HEIRLOOM_THREADS'] ?? '';
  return built === '' ? new URL(`./${name}.ts`, here) : pathToFileURL(join(built, `${name}.js`));
}
