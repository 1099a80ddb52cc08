import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

// Parts of the page alone, built as the app is and served from the loopback under its content policy: for tests and
// measurements that need a real browser but no store.

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
/** As strict as the app's own: scripts and styles from files only, Trusted Types with the one policy of the editor. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types heirloom-inert-html";

export interface BuiltPages {
  /** Ends with a slash. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** `more`: further files by name, served as they are. */
export async function serveBuiltPages(
  configFile: string,
  more: Readonly<Record<string, string>> = {},
): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'heirloom-pages-'));
  await build({ configFile, logLevel: 'error', build: { outDir: folder } });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const name = path === '/' ? 'index.html' : path.slice(1);
    const given = more[name];
    (given === undefined ? readFile(join(folder, name)) : Promise.resolve(given)).then(
      (bytes) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
          'content-security-policy': POLICY,
        });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
