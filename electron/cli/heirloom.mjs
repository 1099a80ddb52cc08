#!/usr/bin/env node
// The `heirloom` command. Run from source it needs Node 22.18 or later (TypeScript without a build step, SQLite's
// binding); on an older Node it starts itself again with the one that came with `npm ci`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useBuiltThreads } from '../packaging/build-steps.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  useBuiltThreads();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const newer = join(here, '../../node_modules/node/bin/node');
  if (!existsSync(newer)) {
    process.stderr.write('heirloom needs Node 22.18 or later. Run "npm ci" first: it brings one.\n');
    process.exit(2);
  }
  const run = spawnSync(newer, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(run.status ?? 1);
}
