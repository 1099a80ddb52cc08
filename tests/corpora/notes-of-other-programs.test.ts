// What other programs export, beside what another importer makes of it: every difference is of a kind we know and counted.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import type { Block } from '../../shared/richtext/document.ts';
import { isEmptyLine, lossesOf } from '../../shared/richtext/export-losses.ts';
import { markdownToBlocks } from '../../shared/richtext/markdown-in/markdown-to-blocks.ts';
import { toMarkdown } from '../../shared/richtext/markdown-out.ts';
import { blocksAsLines } from '../support/blocks-as-lines.ts';
import { filesOf, type NotesFolder, notesFolder } from '../support/notes-folder.ts';

const CORPORA = process.env['HEIRLOOM_CORPORA'] ?? join(import.meta.dirname, '../../../shared/data');
const ROOT = join(CORPORA, 'notes-importer-fixtures/tests');

let at: NotesFolder;
beforeEach(() => {
  at = notesFolder();
});
afterEach(() => at.close());

let made = 0;
const makeBlockId = (): string => `block-${(made += 1)}`;
const readMarkdown = (text: string): Block[] =>
  markdownToBlocks(text, { makeBlockId, html: (source) => fromHtml(source, { fragment: true }) }).blocks;

/** Headings of all levels alike, mentions and links by their words: what both importers mean to say. */
const meant = (blocks: readonly Block[]): string[] =>
  blocksAsLines(blocks).map((line) =>
    line
      .replace(/^h\d /u, 'heading ')
      .replace(/\{a (?:[^\s{}:]+:)+?(?=[^/])((?:https?:\/\/)?[^{}]*)\}/gu, '$1')
      .replace(/\{@([^{}]*)\}/gu, '$1')
      .replace(/⏎+/gu, '⏎')
      .replace(/([¦⏎] ?)[•-] /gu, '$1• '),
  );

/** Which kind of difference a line that only one of the two has is; `null` when it is none that we know. */
type Kinds = Readonly<Record<string, RegExp>>;
function differences(ours: readonly string[], theirs: readonly string[], kinds: Kinds) {
  const counts: Record<string, number> = { same: 0 };
  const unknown: string[] = [];
  const rest = [...theirs];
  const only = (line: string): void => {
    const kind = Object.entries(kinds).find(([, like]) => like.test(line))?.[0];
    if (kind === undefined) unknown.push(line);
    else counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const line of ours) {
    const place = rest.indexOf(line);
    if (place === -1) only(`+${line}`);
    else {
      counts['same']! += 1;
      rest.splice(place, 1);
    }
  }
  for (const line of rest) only(`-${line}`);
  return { counts, unknown };
}

describe.skipIf(!existsSync(ROOT))('exports of other note programs', () => {
  it('pages: as the other importer reads them, but for files that came along and what a page says around its text', async () => {
    const root = join(ROOT, 'html');
    const files = filesOf(root)
      .filter(({ relativePath }) => !relativePath.startsWith('expected'))
      .map((file) => ({ ...file, relativePath: `html/${file.relativePath}` }));
    const report = await at.run({ files });
    expect(report).toMatchObject({ created: 6, rejectedCount: 0, links: { resolved: 10, unresolved: 0 } });
    // Sounds, films and pictures beside the pages, also those that do not say what they are.
    expect(report).toMatchObject({ attachments: 12, unlinked: { count: 0 } });
    const total: Record<string, number> = {};
    const unknown: string[] = [];
    for (const note of at.notes()) {
      const base = note.externalId.replace(/^html\/|\.html$/gu, '');
      const expected = readMarkdown(readFileSync(join(root, 'expected', `${base}.md`), 'utf8'));
      const result = differences(meant(note.document.blocks), meant(expected), {
        // They stay addresses of copies there; here they are the thing itself, its caption with it.
        'a file that came along': /^\+(?:image|audio|file)\[/u,
        'an address of its copy': /^-paragraph (?:Attachments\/\S+ ?)+$/u,
        'a caption beside it': /^-paragraph (?:folder [12]( again)?|image(?:\.\w+)?)$/u,
        // A sound or picture on the net: the same address, once as its words, once as “download”.
        'words for an address': /^[+-]paragraph (?:download|Example\.png|https:\/\/upload\S+)$/u,
        'kept around an article': /^\+paragraph (?:Site logo|Home|Sidebar|Copyright)/u,
        'an address after its words': /^[+-]ul special filename%23/u,
      });
      for (const [kind, count] of Object.entries(result.counts)) total[kind] = (total[kind] ?? 0) + count;
      unknown.push(...result.unknown.map((line) => `${base}: ${line}`));
    }
    expect(unknown).toEqual([]);
    expect(total).toEqual({
      same: 48,
      'a file that came along': 14,
      'an address of its copy': 13,
      'a caption beside it': 6,
      'words for an address': 6,
      'kept around an article': 4,
      'an address after its words': 2,
    });
  });

  it('Markdown: word for word, and tags in the text stay in the text', async () => {
    const root = join(ROOT, 'markdown');
    const files = filesOf(root).filter(({ relativePath }) => !relativePath.startsWith('expected'));
    expect(await at.run({ files })).toMatchObject({ created: 5, rejectedCount: 0 });
    const total: Record<string, number> = {};
    const unknown: string[] = [];
    for (const note of at.notes()) {
      const base = note.externalId.replace(/\.md$/u, '');
      const expected = readMarkdown(
        readFileSync(join(root, 'expected', base, 'tags-as-properties.md'), 'utf8'),
      );
      // The other importer takes tags out of the text.
      const untagged = (line: string): string =>
        line.startsWith('code')
          ? line
          : line.replace(/(?<![\w(`:{])#(?=[\p{L}\d/]*\p{L})[\p{L}\d/-]+ ?/gu, '').replace(/ +(?=⏎|$)/gu, '');
      const ours = meant(note.document.blocks).map(untagged);
      const result = differences(
        ours.filter((line) => line !== 'paragraph'),
        meant(expected).map(untagged),
        {
          'the title': /^-heading (?:Shopping|Trip planning|Reading list)$/u,
          'other front matter': /^\+code\.yaml /,
        },
      );
      for (const [kind, count] of Object.entries(result.counts)) total[kind] = (total[kind] ?? 0) + count;
      unknown.push(...result.unknown.map((line) => `${base}: ${line}`));
    }
    expect(unknown).toEqual([]);
    expect(total).toEqual({ same: 25, 'the title': 3, 'other front matter': 1 });
  });

  it('every Markdown text in them leaves and comes home the same, but for what the export says it leaves out', () => {
    const names = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const changed: string[] = [];
    let blocksRead = 0;
    let emptyLines = 0;
    for (const name of names) {
      const blocks = readMarkdown(readFileSync(join(ROOT, name), 'utf8'));
      const document = { version: 2, blocks } as const;
      // Nobody sees marks on a line break. An empty line, and the level of what hung below it, is lost as counted.
      const plain = (list: readonly Block[]): string[] =>
        blocksAsLines(
          canonicalDocument({ version: 2, blocks: list.filter((block) => !isEmptyLine(block)) }).blocks,
        ).map((line) =>
          line
            .replace(/^(\w+)\+\d+/u, '$1')
            .replace(/\}*⏎(?:\{code:|[{}])*/gu, '⏎')
            .replace(/[}⏎]+$/u, ''),
        );
      blocksRead += blocks.length;
      emptyLines += lossesOf(document, 'markdown').emptyBlocks ?? 0;
      const home = readMarkdown(toMarkdown(document));
      const [went, came] = [plain(blocks), plain(home)];
      const place = went.findIndex((line, index) => line !== came[index]);
      if (place !== -1 || went.length !== came.length)
        changed.push(`${name}: ${went[place]} → ${came[place]}`);
    }
    expect(changed).toEqual([]);
    expect({ texts: names.length, blocksRead, emptyLines }).toEqual({
      texts: 243,
      blocksRead: 1_472,
      emptyLines: 14,
    });
  });

  it.each([
    ['textbundle/Ulysses Export.zip', { same: 51 }],
    [
      'textbundle/example.textpack',
      {
        same: 0,
        'the title': 1,
        'a file that came along': 1,
        'an address of its copy': 1,
        'an example of an address': 2,
      },
    ],
    ['bear/backup.bear2bk', { same: 4, 'a file that came along': 1, 'an address of its copy': 1 }],
    [
      'bear/backup-2.bear2bk',
      { same: 5, 'the title': 1, 'a file that came along': 3, 'an address of its copy': 3 },
    ],
    [
      'bear/markdown-samples.bear2bk',
      { same: 194, 'a file that came along': 6, 'an address of its copy': 2 },
    ],
    ['bear/tags.bear2bk', { same: 4, 'tags spelled anew': 4 }],
  ])('%s, a folder of bundles', async (name, expectedCounts) => {
    const report = await at.run({ files: [{ path: join(ROOT, name), relativePath: 'bundles.zip' }] });
    expect(report.rejected).toEqual([]);
    const folder = join(ROOT, name.replace('/', '/expected/').replace(/\.\w+$/u, ''));
    const total: Record<string, number> = {};
    const unknown: string[] = [];
    for (const note of at.notes()) {
      const base = note.externalId.replace(/\.textbundle\/.*$/u, '').replace('–', 'ΓÇô');
      const file = [base, note.title].map((each) => join(folder, `${each}.md`)).find(existsSync);
      const expected = readMarkdown(readFileSync(file!, 'utf8'));
      const alike = (blocks: readonly Block[]): string[] =>
        meant(blocks).map((line) =>
          line
            .replace(/\[\[([^[\]|]*?)(?:\|[^[\]]*)? ?\]\]/gu, '$1')
            .replace(/⏎?(?:388 \()?Bear\/\S+(?:png|jpg|jpeg)\)?⏎?/gu, '')
            .replace(/\{(bold,)?underline:/gu, '{$1strike:'),
        );
      const result = differences(alike(note.document.blocks), alike(expected), {
        // Addresses of copies there, the thing itself here.
        'a file that came along': /^\+(?:image|audio|file)\[/u,
        'an address of its copy': /^-paragraph (?:!Textbundle\/assets\/\S+)?$/u,
        'the title': /^-heading (?:Textbundle Example|File with asset, content, and a tag)$/u,
        'an example of an address': /^[+-]paragraph This is a simple example/u,
        'a comment': /^\+paragraph <!--/u,
        // The other importer writes tags with spaces and signs in the letters its own program allows.
        'tags spelled anew': /^[+-]paragraph #(?:two|中文)/u,
      });
      for (const [kind, count] of Object.entries(result.counts)) total[kind] = (total[kind] ?? 0) + count;
      unknown.push(...result.unknown.map((line) => `${base}: ${line}`));
    }
    expect(unknown).toEqual([]);
    // Sizes of pictures that this program writes into comments behind them.
    delete total['a comment'];
    expect(total).toEqual(expectedCounts);
  });
});
