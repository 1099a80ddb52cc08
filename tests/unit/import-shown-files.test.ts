import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LinkTargets } from '../../electron/importers/documents/names.ts';
import { ShownFiles } from '../../electron/importers/documents/shown-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-shown-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shown = (
  note: string,
  files: readonly (readonly [number, { path: string; relativePath: string }])[] = [],
) =>
  new ShownFiles(
    { language: '', folder, files: [...files] },
    new LinkTargets({
      notes: [],
      library: [],
      files: files.map(([index, { relativePath }]) => ({ index, path: relativePath })),
      renamed: [],
    }),
    `${note}.docx`,
    note,
  );

it('a picture that many documents hold is written once: the import may be copying it while we meet it again', () => {
  const picture = { source: 'embedded:0', extension: 'png', bytes: Buffer.from('a picture') };
  const [path = ''] = ['one', 'two'].map((note) => {
    const files = shown(note);
    files.embed([picture]);
    expect(files.picture('embedded:0', '')).toMatchObject({ name: '1' });
    const [{ path: kept } = { path: '' }] = files.attachments();
    // Whoever writes it anew takes this away.
    if (note === 'one') {
      expect(readFileSync(kept, 'utf8')).toBe('a picture');
      writeFileSync(kept, 'being copied');
    }
    return kept;
  });
  expect(readFileSync(path, 'utf8')).toBe('being copied');
  // Another thread writes elsewhere.
  expect(dirname(path)).toBe(join(folder, `thread-${threadId}`));
});

it('a part of a parcel is cut out into the folder of this thread alone', () => {
  const parcel = join(folder, 'parcel');
  writeFileSync(parcel, 'beforePICTUREbehind');
  const cut = { part: { from: 6, bytes: 7 } };
  const files = shown('three', [[7, { path: parcel, relativePath: 'plan.pdf', ...cut }]]);
  expect(files.file('plan.pdf', 'the plan')).toMatchObject({ name: 'the plan' });
  const [{ path } = { path: '' }] = files.attachments();
  expect(readFileSync(path, 'utf8')).toBe('PICTURE');
  expect(dirname(path)).toBe(join(folder, `thread-${threadId}`));
});
