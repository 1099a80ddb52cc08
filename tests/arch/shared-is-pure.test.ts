import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('shared', () => {
  it('does not compile with a stray window or process in it', () => {
    // Compiled as a file of shared would be, but planted elsewhere: other tests read the checkout at the same time.
    const folder = mkdtempSync(join(tmpdir(), 'heirloom-planted-'));
    writeFileSync(
      join(folder, 'planted.ts'),
      'export const width = window.innerWidth;\nexport const pid = process.pid;\n',
    );
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(ROOT, 'shared', 'tsconfig.json'), include: ['*.ts'] }),
    );
    try {
      execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], {
        stdio: 'pipe',
      });
      throw new Error('it compiled');
    } catch (error) {
      const output = String((error as { stdout?: Buffer }).stdout ?? error);
      expect(output).toContain("Cannot find name 'window'");
      expect(output).toContain("Cannot find name 'process'");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
