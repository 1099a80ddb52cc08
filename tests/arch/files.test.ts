import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { APP_VERSION } from '../../electron/core/version.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A file longer than this holds more than one thing, or needs a written reason here. */
const LINES_MAX = 400;
const REASONS: Readonly<Record<string, string>> = {};
const TOP_LEVEL =
  /^(package(-lock)?\.json|tsconfig\.json|biome\.json|\.oxlintrc\.json|knip\.json|LICENSE|README\.md|CHANGELOG\.md|CONTRIBUTING\.md|\.npmrc|\.gitignore|\.gitattributes|\.editorconfig|\.ci\/.*|(electron|renderer|shared|resources|tests)\/.*)$/;

function tracked(): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(ROOT, name)));
}

export function tooLong(files: readonly (readonly [string, string])[]): string[] {
  return files
    .filter(
      ([name, text]) =>
        /\.(ts|tsx|mjs)$/.test(name) && text.split('\n').length > LINES_MAX && !(name in REASONS),
    )
    .map(([name]) => name);
}

describe('files', () => {
  const names = tracked();

  it('stay short', () => {
    const code = names.filter((name) => /\.(ts|tsx|mjs)$/.test(name));
    expect(code.length).toBeGreaterThan(200);
    expect(tooLong(code.map((name) => [name, readFileSync(join(ROOT, name), 'utf8')]))).toEqual([]);
    expect(tooLong([['planted.ts', 'x\n'.repeat(401)]])).toEqual(['planted.ts']);
  });

  it('lie where the architecture says', () => {
    expect(names.filter((name) => !TOP_LEVEL.test(name))).toEqual([]);
    expect('utils/a.ts').not.toMatch(TOP_LEVEL);
  });

  it('name no registry in the lockfile', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });

  it('agree on the version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(APP_VERSION).toBe(version);
  });
});
