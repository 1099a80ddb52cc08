// `npm run build`: the page, the offline reader, and the desktop app's three bundles, side by side.
//   --only NAME[,NAME]  builds just these (page, reader, main, preload, store)
//   --if-stale          does nothing when no source changed since the last build
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isFresh, markFresh, STEPS, sourceStamp } from './build-steps.mjs';
import { onNewNode, ROOT } from './node-24.mjs';

if (onNewNode()) process.exitCode = await main(process.argv.slice(2));

async function main(words) {
  if (words.includes('--if-stale') && isFresh()) return 0;
  const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '').split(',') : null;
  const stamp = sourceStamp();
  const steps = STEPS.filter(
    (step) => (!only || only.includes(step.name)) && existsSync(join(ROOT, step.needs)),
  );
  const started = Date.now();
  const failed = [];
  const queue = [...steps];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const { code, output } = await runStep(step);
      if (code !== 0) {
        failed.push(step.name);
        // Bundlers colour their words whatever the environment says.
        process.stderr.write(
          `Building the ${step.name} failed:\n${output.replace(/\u001b\[[\d;]*m/g, '')}\n`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, worker));
  if (failed.length > 0) return 1;
  if (!only) markFresh(stamp);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`Built ${steps.map((step) => step.name).join(', ')} in ${seconds} s.\n`);
  return 0;
}

function runStep(step) {
  return new Promise((done) => {
    const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, ...step.args, '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('exit', (code) => done({ code: code ?? 1, output }));
  });
}
