import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../electron/cli/main.ts';
import { takeLock } from '../../electron/data/lock.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURES = join(ROOT, 'tests', 'fixtures');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-cli-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Run = { code: number; lines: string[]; json: unknown[]; errors: string[] };
async function run(...words: string[]): Promise<Run> {
  const result: Run = { code: 0, lines: [], json: [], errors: [] };
  result.code = await main(words, {
    line: (text) => void result.lines.push(text),
    json: (value) => void result.json.push(JSON.parse(JSON.stringify(value))),
    error: (text) => void result.errors.push(text),
  });
  return result;
}
const only = (result: Run): Record<string, unknown> => {
  expect(result.errors).toEqual([]);
  expect(result.json).toHaveLength(1);
  return result.json[0] as Record<string, unknown>;
};

describe('the main job on the command line', () => {
  it('goes from case files to a package in a second library with equal content', async () => {
    const first = join(folder, 'first');
    const second = join(folder, 'second');
    expect(only(await run('init', first, '--name', 'First', '--json'))).toMatchObject({ name: 'First' });

    const cases = join(FIXTURES, 'cases', 'workorders.csv');
    const dry = only(await run('import', 'cases', cases, '--library', first, '--dry-run', '--json'));
    expect(dry).toMatchObject({ created: 120, updated: 0, unchanged: 0, rejected: [] });
    expect(only(await run('stats', '--library', first, '--json')).counts).toMatchObject({ case: 0 });
    expect(only(await run('import', 'cases', cases, '--library', first, '--json'))).toMatchObject({
      created: 120,
      rejected: [],
    });
    expect(only(await run('import', 'cases', cases, '--library', first, '--json'))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 120,
    });
    const notes = join(FIXTURES, 'notes');
    expect(
      only(await run('import', 'notes', join(notes, 'notes.jsonl'), '--library', first, '--json')).created,
    ).toBeGreaterThan(5);

    const found = only(
      await run('search', 'seal', '--library', first, '--kind', 'case', '--limit', '5', '--json'),
    );
    const hits = found.hits as { id: string; kind: string; externalId: string }[];
    expect(hits.length).toBe(5);
    expect(hits.every((hit) => hit.kind === 'case' && hit.externalId !== '')).toBe(true);
    expect(only(await run('show', hits[0]?.id ?? '', '--library', first, '--json'))).toMatchObject({
      id: hits[0]?.id,
      kind: 'case',
    });

    const file = join(folder, 'all.heirloom');
    const made = only(
      await run('export', '--library', first, '--all', '--title', 'All of it', '--out', file, '--json'),
    );
    expect(made.bytes).toBe(readFileSync(file).length);
    expect(only(await run('verify', file, '--json'))).toMatchObject({ ok: true });

    await run('init', second, '--name', 'Second');
    const dryPackage = only(await run('import', 'package', file, '--library', second, '--dry-run', '--json'));
    expect(dryPackage.created).toBe(made.records);
    expect(only(await run('import', 'package', file, '--library', second, '--json')).created).toBe(
      made.records,
    );
    const again = only(await run('import', 'package', file, '--library', second, '--json'));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: made.records });

    for (const kind of ['case', 'note', 'topic']) {
      const list = async (library: string) => {
        const { items } = only(await run('list', kind, '--library', library, '--limit', '500', '--json')) as {
          items: Record<string, unknown>[];
        };
        return items
          .map(({ id, title, name, excerpt }) => ({ id, title, name, excerpt }))
          .sort((a, b) => String(a.id).localeCompare(String(b.id)));
      };
      expect(await list(second), kind).toEqual(await list(first));
    }
    // Out of the second library comes the same package, byte for byte but for what names the library.
    expect(only(await run('check', '--library', second, '--json'))).toEqual({ ok: true, problems: [] });
    expect((await run('backup', '--library', second)).code).toBe(0);
    const restored = only(
      await run('restore', '--library', second, '--out', join(folder, 'third'), '--json'),
    );
    expect(only(await run('stats', '--library', restored.folder as string, '--json')).counts).toMatchObject({
      case: 120,
    });
  });

  it('answers a batch of queries a line each', async () => {
    const library = join(folder, 'library');
    await run('init', library, '--sample');
    const batch = join(folder, 'queries.tsv');
    writeFileSync(batch, 'q1\tcavitation\nq2\tکاویتاسیون\nq3\t机械密封\nq4\tลูกปืน\nq5\t""" AND (\n');
    const result = await run('search', '--batch', batch, '--library', library, '--limit', '3', '--json');
    const lines = result.json as { queryId: string; hits: unknown[]; ms: number }[];
    expect(lines.map((line) => line.queryId)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    for (const line of lines.slice(0, 4)) expect(line.hits.length, line.queryId).toBeGreaterThan(0);
    expect(lines.every((line) => line.hits.length <= 3 && line.ms >= 0)).toBe(true);
  });
});

describe('what cannot be done', () => {
  it.each([
    [['frobnicate'], 2],
    [['stats', '--libary', 'x'], 2],
    [['stats'], 2],
    [['import', 'cases'], 2],
    [['import', 'cows', 'package.json', '--library', 'x'], 2],
    [['list', 'cows', '--library', 'x'], 2],
    [['search', '--library', 'x'], 2],
    [['search', 'a', '--library', 'x', '--limit', 'many'], 2],
    [['export', '--library', 'x', '--out', 'y'], 2],
    [['export', '--library', 'x', '--all', '--topic', 'z', '--out', 'y'], 2],
    [['stats', '--library', '/nowhere/at/all'], 1],
    [['verify', '/nowhere/at/all'], 1],
  ])('%j is said in one line', async (words, code) => {
    const result = await run(...words);
    expect(result.code).toBe(code);
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]).not.toMatch(/\n|undefined|\[object|at .*:\d+:\d+/);
    expect(result.lines).toEqual([]);
    expect(result.json).toEqual([]);
  });

  it('a folder that is no library stays as it was', async () => {
    const result = await run('stats', '--library', folder);
    expect(result.code).toBe(1);
    expect(result.errors[0]).toContain(folder);
    expect(existsSync(join(folder, 'library.db'))).toBe(false);
    expect(existsSync(join(folder, 'library.lock'))).toBe(false);
  });

  it('a library that is open elsewhere is not written, but can be read', async () => {
    const library = join(folder, 'library');
    await run('init', library);
    const give = takeLock(library, new Date().toISOString(), null);
    const refused = await run(
      'import',
      'cases',
      join(FIXTURES, 'cases', 'workorders.csv'),
      '--library',
      library,
    );
    expect(refused.code).toBe(1);
    expect(refused.errors[0]).toContain(String(process.pid));
    expect(only(await run('stats', '--library', library, '--json')).counts).toMatchObject({ case: 0 });
    give();
  });

  it('a folder with something in it does not become a library', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'x');
    expect((await run('init', folder)).code).toBe(1);
    expect(existsSync(join(folder, 'library.db'))).toBe(false);
  });

  it('a file is not overwritten by an export without being asked', async () => {
    const library = join(folder, 'library');
    await run('init', library);
    const file = join(folder, 'mine.heirloom');
    writeFileSync(file, 'precious');
    expect((await run('export', '--library', library, '--all', '--out', file)).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('a package that was tampered with is refused and says why', async () => {
    const file = join(folder, 'not.heirloom');
    writeFileSync(file, 'this is not a zip');
    const result = await run('verify', file, '--json');
    expect(result.code).toBe(1);
    expect((result.json[0] as { ok: boolean; problems: unknown[] }).problems.length).toBeGreaterThan(0);
    const library = join(folder, 'library');
    await run('init', library);
    const refused = await run('import', 'package', file, '--library', library);
    expect(refused.code).toBe(1);
    expect(refused.errors).toHaveLength(1);
  });
});

describe('the command itself', () => {
  it('runs from the shell, also on an older Node, with control characters made harmless', async () => {
    const library = join(folder, 'library');
    const bin = join(ROOT, 'electron', 'cli', 'heirloom.mjs');
    const made = spawnSync(process.execPath, [bin, 'init', library, '--name', 'A\u001b[31mB'], {
      encoding: 'utf8',
    });
    expect(made.status).toBe(0);
    expect(made.stdout).not.toContain('\u001b');
    expect(spawnSync(process.execPath, [bin, 'nonsense'], { encoding: 'utf8' }).status).toBe(2);
    const help = execFileSync(process.execPath, [bin, 'help'], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'fa_IR.UTF-8' },
    });
    expect(help).toContain('heirloom init DIR');
    expect(help).toContain('کتابخانه');
  });
});
