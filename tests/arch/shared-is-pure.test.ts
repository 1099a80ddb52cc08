import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('shared', () => {
  it('does not compile with a stray window or process in it', () => {
    const planted = join(ROOT, 'shared', 'base', 'planted-for-a-test.ts');
    writeFileSync(planted, 'export const width = window.innerWidth;\nexport const pid = process.pid;\n');
    try {
      execFileSync(
        process.execPath,
        [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'shared')],
        { stdio: 'pipe' },
      );
      throw new Error('it compiled');
    } catch (error) {
      const output = String((error as { stdout?: Buffer }).stdout ?? error);
      expect(output).toContain("Cannot find name 'window'");
      expect(output).toContain("Cannot find name 'process'");
    } finally {
      rmSync(planted);
    }
  });
});
