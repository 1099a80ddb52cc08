import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../electron/cli/main.ts';

let folder: string;
let library: string;
let ids: string[];

async function run(...words: string[]) {
  const result = { code: 0, lines: [] as string[], json: [] as unknown[], errors: [] as string[] };
  result.code = await main(words, {
    line: (text) => void result.lines.push(text),
    json: (value) => void result.json.push(JSON.parse(JSON.stringify(value))),
    error: (text) => void result.errors.push(text),
  });
  return result;
}

const exportNotes = (note: string, format: string, to: string, ...more: string[]) =>
  run('export', 'notes', '--library', library, '--note', note, '--format', format, '--to', to, ...more);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-cli-documents-'));
  library = join(folder, 'library');
  await run('init', library, '--name', 'First');
  const notes = join(folder, 'notes');
  mkdirSync(notes);
  writeFileSync(join(notes, 'a.md'), '# Pump: sound\n\nIt **hums**.\n');
  writeFileSync(join(notes, 'b.md'), '# پمپ\n\nزوزه می‌کشد.\n');
  await run('import', 'notes', notes, '--library', library);
  const listed = (await run('list', 'note', '--library', library, '--json')).json[0];
  ids = (listed as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(ids).toHaveLength(2);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('notes leave by the command line, into a file or a folder', async () => {
  const one = join(folder, 'one.html');
  const done = await exportNotes(ids[0] ?? '', 'html', one, '--json');
  expect(done).toMatchObject({ code: 0, errors: [] });
  expect(done.json).toMatchObject([{ out: one, documents: 1, files: 0, leftOutCount: 0, simplified: {} }]);
  expect(readFileSync(one, 'utf8')).toMatch(/^<!doctype html>/u);
  const again = await exportNotes(ids[0] ?? '', 'html', one);
  expect(again.code).toBe(1);
  expect(again.errors.join()).toContain('--force');

  const into = join(folder, 'into');
  mkdirSync(into);
  const many = await exportNotes(ids.join(','), 'md', into);
  expect(many).toMatchObject({ code: 0, errors: [] });
  const name = many.lines.join('\n').includes('پمپ') ? 'پمپ.zip' : 'Pump sound.zip';
  expect(existsSync(join(into, name))).toBe(true);
  for (const format of ['docx', 'odt', 'json']) {
    const target = join(folder, `all.${format}`);
    const made = await exportNotes(ids.join(','), format, target);
    expect(made).toMatchObject({ code: 0, errors: [] });
    expect(readFileSync(target).length).toBeGreaterThan(200);
  }
});

it('what left comes home: into another library whole, into its own as nothing new', async () => {
  const file = join(folder, 'home.json');
  expect(await exportNotes(ids.join(','), 'json', file)).toMatchObject({ code: 0 });
  const bring = async (path: string, to: string) =>
    (await run('import', 'notes', path, '--library', to, '--json')).json[0];
  expect(await bring(file, library)).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: [] });
  const second = join(folder, 'second');
  await run('init', second, '--name', 'Second');
  expect(await bring(file, second)).toMatchObject({ created: 2, found: { json: 1 } });
  expect(await bring(file, second)).toMatchObject({ created: 0, unchanged: 2 });
  const listed = (await run('list', 'note', '--library', second, '--json')).json[0];
  const there = (listed as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(there.toSorted()).toEqual(ids.toSorted());

  const edited = readFileSync(file, 'utf8').replace('hums', 'whistles');
  writeFileSync(file, edited);
  const dry = await run('import', 'notes', file, '--library', library, '--dry-run');
  expect(dry.lines.join('\n')).toContain('Pump: sound');
  expect(await bring(file, library)).toMatchObject({
    updated: 1,
    known: { count: 1, names: ['Pump: sound'] },
  });

  writeFileSync(file, edited.replace('"formatVersion": 1', '"formatVersion": 2'));
  const newer = await run('import', 'notes', file, '--library', library);
  expect(newer.code).toBe(0);
  expect(newer.lines.join('\n')).toContain('newer-version');
});

it('says what is wrong with the words, and that a PDF needs the app', async () => {
  const bad = async (...words: string[]) => {
    const { code, errors } = await run('export', 'notes', '--library', library, ...words);
    return [code, errors.join()] as const;
  };
  const to = join(folder, 'x');
  expect((await bad('--note', ids[0] ?? '', '--format', 'pdf', '--to', to))[1]).toContain('needs the app');
  expect((await bad('--note', ids[0] ?? '', '--format', 'rtf', '--to', to))[0]).toBe(2);
  expect((await bad('--format', 'md', '--to', to))[0]).toBe(2);
  expect((await bad('--note', 'x', '--topic', 'y', '--format', 'md', '--to', to))[0]).toBe(2);
  expect((await bad('--note', 'not-an-id', '--format', 'md', '--to', to))[0]).toBe(1);
  expect((await run('export', 'cases', '--library', library, '--all', '--out', to)).code).toBe(2);
  expect((await run('export', '--library', library, '--all', '--out', to, '--format', 'md')).code).toBe(2);
  expect(existsSync(to)).toBe(false);
});
