import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openThread } from '../../electron/threads/open-thread.ts';

describe('a thread of the store', () => {
  let folder = '';
  const saying = (path: string, word: string): void =>
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads'; parentPort.postMessage('${word}');\n`,
    );
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'heirloom-threads-'));
    mkdirSync(join(folder, 'out'));
    saying(join(folder, 'writer.ts'), 'source');
    saying(join(folder, 'writer.js'), 'beside the bundle');
    saying(join(folder, 'out', 'writer.js'), 'built');
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function heard(starter: string, threads: string): Promise<unknown> {
    vi.stubEnv('HEIRLOOM_THREADS', threads);
    try {
      const thread = openThread(pathToFileURL(join(folder, starter)).href, 'writer', {});
      return await new Promise((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
      });
    } finally {
      vi.unstubAllEnvs();
    }
  }

  it('is the built one, when what starts it runs from source and a build is there', async () => {
    expect(await heard('starter.ts', join(folder, 'out'))).toBe('built');
  });
  it('is its own source without a build', async () => {
    expect(await heard('starter.ts', '')).toBe('source');
  });
  it('is the one beside the bundle in the built app, whatever the environment says', async () => {
    expect(await heard('starter.js', join(folder, 'out'))).toBe('beside the bundle');
  });
  it('is the built one in these tests', () => {
    expect(process.env['HEIRLOOM_THREADS']).toMatch(/out[\\/]electron$/);
  });
});
