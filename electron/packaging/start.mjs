// `npm start [-- --library DIR]`: builds what changed, then opens the desktop app; without a display or an Electron runtime it
// says so in one line and serves the same app to a browser on this machine. Must load on Node 20 (it moves to Node 24 itself).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchElectron, installedElectron, standInElectron, storeNeedsNode } from './find-electron.mjs';
import { onNewNode, pinnedNode, ROOT } from './node-24.mjs';

const USAGE = 'npm start [-- [--library DIR] [--browser] [--port N] [--no-open]]';

/** Somebody asked us to stop: whatever ends now has ended well. */
let interrupted = false;

if (onNewNode()) {
  const wish = readWords(process.argv.slice(2));
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\nUsage: ${USAGE}\n`);
    process.exitCode = 2;
  } else {
    process.exitCode = await start(wish);
  }
}

/** Answers a wish, or one line that says what is wrong. */
function readWords(words) {
  const wish = { library: null, browser: false, port: '0', open: true, rest: [] };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    const [name, joined] = word.startsWith('--') ? splitOnce(word) : [word, null];
    const value = () => joined ?? words[++i];
    if (name === '--library') {
      const dir = value();
      if (!dir) return '--library needs a folder.';
      wish.library = resolve(process.env['INIT_CWD'] ?? process.cwd(), dir);
    } else if (name === '--port') {
      const port = value();
      if (!/^\d{1,5}$/.test(port ?? '') || Number(port) > 65_535) return '--port needs a number up to 65535.';
      wish.port = port;
    } else if (name === '--browser') wish.browser = true;
    else if (name === '--no-open') wish.open = false;
    else if (word.toLowerCase().endsWith('.heirloom')) {
      wish.rest.push(resolve(process.env['INIT_CWD'] ?? process.cwd(), word));
    } else return `Unknown word: ${word}`;
  }
  return wish;
}

function splitOnce(word) {
  const at = word.indexOf('=');
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}

async function start(wish) {
  const say = (line) => process.stdout.write(`${line}\n`);
  const built = spawnSync(process.execPath, [join(ROOT, 'electron/packaging/build.mjs'), '--if-stale'], {
    stdio: 'inherit',
  });
  if (built.status !== 0) return 1;
  if (wish.browser) return browserShell(wish);
  if (!hasDisplay()) {
    say('There is no display here, so Heirloom is served to a browser instead.');
    return browserShell(wish);
  }
  const runtime = installedElectron() ?? (await fetchElectron({ say })) ?? standInElectron();
  if (!runtime) {
    say('The Electron runtime could not be fetched, so Heirloom is served to a browser instead.');
    return browserShell(wish);
  }
  const ended = await desktopApp(runtime, wish);
  if (ended.started || interrupted) return interrupted ? 0 : ended.code;
  say('The Electron runtime does not start here, so Heirloom is served to a browser instead.');
  return browserShell(wish);
}

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function desktopApp(runtime, wish) {
  const isRoot = process.getuid?.() === 0;
  const words = [
    ...(isRoot ? ['--no-sandbox'] : []),
    ROOT,
    ...(wish.library ? [`--library=${wish.library}`] : []),
    ...wish.rest,
  ];
  const env = { ...process.env };
  if (storeNeedsNode(runtime)) env['HEIRLOOM_STORE_NODE'] = pinnedNode();
  const began = Date.now();
  const child = spawn(runtime.executable, words, { stdio: 'inherit', env });
  const code = await childEnd(child);
  // A runtime without its libraries, or a display that refuses, ends at once and with an error of its own.
  const started = code === 0 || Date.now() - began > 3000;
  return { started, code };
}

async function browserShell(wish) {
  const words = [
    join(ROOT, 'electron/loopback/browser-shell.ts'),
    '--port',
    wish.port,
    ...(wish.library ? ['--library', wish.library] : []),
  ];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    if (seen === null) return;
    seen += data;
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(seen)?.[0];
    if (!address) return;
    seen = null;
    if (wish.open && hasDisplay()) openBrowser(address);
    process.stdout.write('Press Ctrl-C to stop.\n');
  });
  return childEnd(child);
}

function openBrowser(address) {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['explorer.exe', address]
        : ['xdg-open', address];
  if (process.platform === 'linux' && !existsOnPath(command)) return;
  spawn(command, words, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

function existsOnPath(name) {
  return (process.env['PATH'] ?? '').split(':').some((dir) => dir && existsSync(join(dir, name)));
}

/**
 * Waits for the end. Ctrl-C reaches the child too (they share the terminal), so we only wait until it has closed its library;
 * a signal sent to us alone is passed on.
 */
function childEnd(child) {
  process.on('SIGINT', () => {
    interrupted = true;
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interrupted = true;
      child.kill(signal);
    });
  }
  return new Promise((done) => {
    child.on('error', () => done(1));
    child.on('exit', (code) => done(interrupted ? 0 : (code ?? 1)));
  });
}
