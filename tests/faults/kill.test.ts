import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTestCore } from '../support/test-core.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORKER = join(import.meta.dirname, 'save-worker.ts');
const KILLS = 12;

/** Lets the worker save for a while, then kills it without a warning. Returns what it had acknowledged. */
async function killWhileSaving(stateDir: string, libraryDir: string, afterLines: number): Promise<string[]> {
  const child = spawn(process.execPath, [WORKER, stateDir, libraryDir, join(ROOT, 'resources')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdout.on('data', (data: Buffer) => {
    text += data.toString();
    if (text.split('\n').length > afterLines) child.kill('SIGKILL');
  });
  await ended;
  const lines = text.split('\n').slice(0, -1);
  if (lines.length === 0) throw new Error(`the worker saved nothing: ${errors}`);
  return lines;
}

describe('killing the store while it saves', () => {
  it('loses nothing that was acknowledged, time after time', async () => {
    const test = await openTestCore();
    await test.client.library.close({});
    const stateDir = mkdtempSync(join(tmpdir(), 'heirloom-kill-'));
    const acknowledged: string[] = [];
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        acknowledged.push(...(await killWhileSaving(stateDir, test.libraryDir, 3 + kill * 2)));
        // The lock of the killed process must not keep anybody out.
        await test.client.library.open({ folder: test.libraryDir });
        for (const line of acknowledged) {
          const [id = '', ...title] = line.split(' ');
          const note = await test.client.notes.get({ id });
          expect(note.title).toBe(title.join(' '));
          expect(
            await test.client.drafts.get({ kind: 'note', recordId: id, field: 'document' }),
          ).not.toBeNull();
        }
        const { jobId } = await test.client.library.startCheck({});
        expect(await test.core.finished(jobId)).toEqual({ ok: true, problems: [] });
        await test.client.library.close({});
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS * 3);
    } finally {
      rmSync(stateDir, { recursive: true, force: true });
      await test.close();
    }
  });
});
