import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../electron/data/handle.ts';
import { eachRecord } from '../../electron/data/records.ts';
import { writeSetting } from '../../electron/data/repositories/settings.ts';
import { importQuestions } from '../../electron/importers/questions/question-import.ts';
import { previewQuestions } from '../../electron/importers/questions/question-preview.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { importInto } from '../support/import-control.ts';
import { type NotesFolder, notesFolder } from '../support/notes-folder.ts';

const CORPORA = process.env.HEIRLOOM_CORPORA ?? join(import.meta.dirname, '../../../shared/data');

let at: NotesFolder;
beforeEach(() => {
  at = notesFolder();
});
afterEach(() => at.close());

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a document as another program read it and printed its tree. */
function expectedWords(tree: string): string[] {
  const texts = tree.matchAll(/\b(?:Str|Math\s+\w+|Code\w*\s*\([^()]*\))\s+"((?:[^"\\]|\\.)*)"/g);
  return words(
    [...texts]
      .map(([, text = '']) =>
        text
          .replace(/\\(\d+)(?:\\&)?/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
          .replace(/\\[nt]/g, ' ')
          .replace(/\\(["\\])/g, '$1'),
      )
      .join(' '),
  );
}

/**
 * What the other program knows and we do not, each looked at: roman numbers of notes, text it made up itself, facts
 * about the file that are none of its text, a comment that nothing in the text refers to.
 */
const KNOWN_DIFFERENCES = new Set([
  'odt/odt/endnote.odt',
  'docx/track_changes_scrubbed_metadata.docx',
  'docx/golden/track_changes_scrubbed_metadata.docx',
  'docx/golden/document-properties.docx',
  'docx/golden/document-properties-short-desc.docx',
  'docx/golden/comments.docx',
]);

describe.skipIf(!existsSync(join(CORPORA, 'docs-pandoc-tests')))('documents with expected readings', () => {
  it.each([
    ['docx', 'docx', 'docx', 72, 2_000],
    ['docx/golden', 'docx', 'docx', 36, 500],
    ['odt/odt', 'odt', 'odt/native', 42, 300],
  ])('%s: every one is read, and no word is lost', async (folder, extension, expected, count, floor) => {
    const root = join(CORPORA, 'docs-pandoc-tests', folder);
    const names = readdirSync(root).filter((name) => name.endsWith(`.${extension}`));
    const files = names.map((name) => ({ path: join(root, name), relativePath: name }));
    const report = await at.run({ files });
    expect(report).toMatchObject({ created: files.length, rejectedCount: 0 });
    expect(files.length).toBe(count);
    const lost: string[] = [];
    let compared = 0;
    let wholeWords = 0;
    for (const note of at.notes()) {
      expect(noteSchema.parse(note)).toEqual(note);
      const base = note.externalId.slice(0, -extension.length - 1);
      const tree = [`${base}.native`, `${base}_accept.native`]
        .map((name) => join(CORPORA, 'docs-pandoc-tests', expected, name))
        .find(existsSync);
      if (tree === undefined || KNOWN_DIFFERENCES.has(`${folder}/${note.externalId}`)) continue;
      const { blocks } = note.document;
      const found = words(
        [note.title, ...blocks.map((block) => (block.type === 'image' ? block.alt : blockText(block)))].join(
          '\n',
        ),
      );
      const got = found.join('');
      const whole = new Set(found);
      const wanted = expectedWords(readFileSync(tree, 'utf8'));
      compared += wanted.length;
      wholeWords += wanted.filter((word) => whole.has(word)).length;
      const missing = wanted.filter((word) => !got.includes(word));
      if (missing.length > 0) lost.push(`${note.externalId}: ${missing.slice(0, 10).join(' ')}`);
    }
    expect(lost).toEqual([]);
    // Most of them as whole words, too: marks within a word part it in the other program's tree.
    expect(compared).toBeGreaterThan(floor);
    expect(wholeWords / compared).toBeGreaterThan(0.96);
    expect(await at.run({ files })).toMatchObject({ created: 0, updated: 0, unchanged: files.length });
  });
});

const VAULT = join(CORPORA, 'vault-obsidian-hub/obsidian-hub.zip');

describe.skipIf(!existsSync(VAULT))('a real vault', () => {
  it('comes in whole, as one zip, with its links and pictures, and nothing of it twice', async () => {
    const files = [{ path: VAULT, relativePath: 'obsidian-hub.zip' }];
    const report = await at.run({ files });
    expect(report).toMatchObject({ created: 6_571, rejectedCount: 0 });
    expect(report.links.resolved).toBeGreaterThan(40_000);
    expect(report.attachments).toBeGreaterThan(60);
    let count = 0;
    for (const note of eachRecord(at.library.db, 'note')) {
      count += 1;
      if (count % 20 === 0) expect(noteSchema.safeParse(note).success).toBe(true);
    }
    expect(await at.run({ files })).toMatchObject({ created: 0, updated: 0, unchanged: 6_571 });
    // Twice 6,571 notes; a machine that others use as well takes minutes.
  }, 900_000);
});

const FORUM = join(CORPORA, 'qa-docusign-forum');

describe.skipIf(!existsSync(FORUM))('a forum', () => {
  it.each([
    ['dotnet-v1.csv', 490, 1_660, 183],
    ['java-v4.csv', 103, 383, 43],
    ['misc-v1.csv', 679, 1_534, 155],
    ['php-v2.csv', 144, 615, 53],
    ['ruby-v1.csv', 156, 553, 39],
  ])('%s: %i questions, %i answers, %i of them accepted', async (name, questions, answers, accepted) => {
    const { library } = at;
    transact(library.db, () => writeSetting(library.db, 'libraryId', library.makeId()));
    const path = join(FORUM, name);
    const preview = previewQuestions(path, name, undefined);
    const run = () =>
      importQuestions({
        ...importInto(library),
        path,
        source: preview.source,
        reading: preview.reading,
        mapping: preview.mapping,
      });
    const report = await run();
    expect(report).toMatchObject({ created: questions, answers: { created: answers } });
    // Posts without a word in them.
    for (const one of report.rejected) expect(one.reason).toBe('no-text');
    const all = [...eachRecord(library.db, 'question')];
    expect(all.filter((one) => one.state === 'accepted')).toHaveLength(accepted);
    expect(await run()).toMatchObject({ created: 0, updated: 0, answers: { created: 0, updated: 0 } });
  });
});
