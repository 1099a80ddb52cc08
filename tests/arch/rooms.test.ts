import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { strayFolders, violationsIn } from './cruise.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A small tree with a planted violation: a guard that has never failed is not known to work. */
function planted(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-planted-'));
  made.push(folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('rooms', () => {
  it('are kept by every import in the checkout', async () => {
    const { violations, modules } = await violationsIn(ROOT);
    // An empty cruise would pass every rule.
    expect(modules).toBeGreaterThan(200);
    expect(violations).toEqual([]);
  });

  it('are the only folders in a house', () => {
    expect(strayFolders(ROOT)).toEqual([]);
  });

  const cases: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      'a room that imports a forbidden room',
      'room shared/base',
      { 'shared/base/a.ts': "import '../domain/b.ts';", 'shared/domain/b.ts': 'export const b = 1;' },
    ],
    [
      'node in a shared room',
      'no node in shared/text',
      { 'shared/text/a.ts': "import { readFileSync } from 'node:fs';\nreadFileSync;" },
    ],
    [
      'SQLite outside data',
      'packages of electron/importers',
      { 'electron/importers/a.ts': "import D from 'better-sqlite3';\nD;" },
    ],
    [
      'Electron in the core',
      'packages of electron/core',
      { 'electron/core/a.ts': "import { app } from 'electron';\napp;" },
    ],
    [
      'Slate outside the editor',
      'packages of renderer/widgets',
      { 'renderer/widgets/a.ts': "import { Editor } from 'slate';\nEditor;" },
    ],
    [
      'lunr outside search',
      'packages of electron/packages',
      { 'electron/packages/a.ts': "import lunr from 'lunr';\nlunr;" },
    ],
    [
      'HTTP outside loopback',
      'http only in loopback',
      { 'electron/core/a.ts': "import { get } from 'node:http';\nget;" },
    ],
    [
      'a feature that imports another',
      'features reach no other feature',
      {
        'renderer/features/notes/a.ts': "import '../cases/b.ts';",
        'renderer/features/cases/b.ts': 'export const b = 1;',
      },
    ],
    [
      'a feature entered by the window',
      'features only by their face',
      {
        'renderer/app/a.ts': "import '../features/notes/b.ts';",
        'renderer/features/notes/b.ts': 'export const b = 1;',
      },
    ],
    [
      'a circle',
      'no-cycles',
      {
        'shared/base/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
        'shared/base/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
      },
    ],
    ['an import of nothing', 'resolvable', { 'shared/base/a.ts': "import './not-there.ts';" }],
  ];
  it.each(cases)('catch %s', async (_name, rule, files) => {
    const { violations } = await violationsIn(planted(files));
    expect(violations.map((one) => one.rule)).toContain(rule);
  });

  it('catch a stray folder and a name that says nothing', () => {
    const folder = planted({ 'shared/stuff/a.ts': '', 'electron/core/utils/b.ts': '' });
    expect(strayFolders(folder)).toEqual(expect.arrayContaining(['shared/stuff', 'electron/core/utils']));
  });
});
