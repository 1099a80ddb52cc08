import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAND_IN_VERSION, storeNeedsNode } from '../../electron/packaging/find-electron.mjs';
import { pinnedNode, ROOT } from '../../electron/packaging/node-24.mjs';

function start(...words: string[]) {
  return spawnSync(pinnedNode(), [join(ROOT, 'electron', 'packaging', 'start.mjs'), ...words], {
    encoding: 'utf8',
  });
}

describe('npm start', () => {
  it.each([
    [['--nonsense'], 'Unknown word: --nonsense'],
    [['library'], 'Unknown word: library'],
    [['--library'], '--library needs a folder.'],
    [['--library='], '--library needs a folder.'],
    [['--port', 'x'], '--port needs a number up to 65535.'],
    [['--port=70000'], '--port needs a number up to 65535.'],
  ])('says what is wrong with %j and starts nothing', (words, line) => {
    const ended = start(...words);
    expect(ended.status).toBe(2);
    expect(ended.stderr.split('\n')[0]).toBe(line);
    expect(ended.stdout).toBe('');
  });
});

describe('the Node of a runtime', () => {
  it.each([
    [STAND_IN_VERSION, true],
    ['34.5.8', true],
    ['35.0.0', false],
    ['45.4.1', false],
    [null, false],
  ])('of Electron %s is too old for the store: %s', (version, tooOld) => {
    expect(storeNeedsNode({ version })).toBe(tooOld);
  });
});
