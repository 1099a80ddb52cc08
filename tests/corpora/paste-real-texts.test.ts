import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { type Block, documentSchema, lowestVersion } from '../../shared/richtext/document.ts';
import { blocksFromHast } from '../../shared/richtext/html-in/blocks-from-hast.ts';
import { SILENT } from '../../shared/richtext/html-in/tree.ts';
import { toHtml } from '../../shared/richtext/html-out.ts';
import { markdownToBlocks } from '../../shared/richtext/markdown-in/markdown-to-blocks.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';

const CORPORA = process.env['HEIRLOOM_CORPORA'] ?? join(import.meta.dirname, '../../../shared/data');

let made = 0;
const makeBlockId = (): string => `block-${(made += 1)}`;
const html = (source: string) => fromHtml(source, { fragment: true });
const readHtml = (source: string) => blocksFromHast(fromHtml(source, { fragment: false }), { makeBlockId });
const readMarkdown = (source: string) => markdownToBlocks(source, { makeBlockId });

function expectValid(blocks: Block[]): void {
  expect(documentSchema.safeParse({ version: lowestVersion(blocks), blocks }).success).toBe(true);
  const links = JSON.stringify(blocks).match(/"url":"[^"]{0,40}/gu) ?? [];
  expect(links.filter((link) => !/^"url":"(?:https?:|mailto:|tel:)/iu.test(link))).toEqual([]);
  expect(toHtml({ version: 2, blocks })).not.toMatch(
    /<(?:script|svg|style|iframe|object)|<\w+[^>]*\son\w+=/iu,
  );
}

/** Words of three letters and more that do not stand in what was read. */
function missing(pieces: readonly string[], into: Block[]): string[] {
  const kept = plainText({ version: 2, blocks: into }).normalize('NFC');
  const words = pieces.flatMap((piece) => piece.normalize('NFC').match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? []);
  return [...new Set(words)].filter((word) => !kept.includes(word));
}

const files = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

describe.skipIf(!existsSync(CORPORA))('real texts', () => {
  const pandoc = join(CORPORA, 'docs-pandoc-tests');
  const notes = join(CORPORA, 'notes-importer-fixtures/tests');
  const payloads = join(CORPORA, 'archives-open/text-payloads');

  it.each(['html-reader.html', 'tables.html4', 'tables.html5'])('%s loses no word', (name) => {
    const source = readFileSync(join(pandoc, name), 'utf8');
    const { blocks } = readHtml(source);
    expectValid(blocks);
    const body = fromHtml(source, { fragment: false });
    expect(missing(textsOf(body), blocks)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(5);
  });

  it.each(['testsuite.txt', 'pipe-tables.txt', 'markdown-reader-more.txt'])('%s loses no word', (name) => {
    const source = readFileSync(join(pandoc, name), 'utf8');
    const { blocks } = readMarkdown(source);
    expectValid(blocks);
    // Addresses of links and numbers of lists are no words of the text; names of letters are read as the letters.
    const said = source
      .replace(/^\s*\[[^\]]*\]:.*$|^\s*\d+[.)]/gmu, '')
      .replace(/\]\([^)]*\)|<https?:[^>]*>|https?:\S+|&\w+;/gu, ' ');
    expect(missing([said], blocks)).toEqual([]);
  });

  it('notes of other programs are read as Markdown and as HTML', () => {
    for (const path of files(notes, '.md')) {
      const { blocks } = readMarkdown(readFileSync(path, 'utf8'));
      expectValid(blocks);
    }
    for (const path of files(notes, '.html')) {
      const source = readFileSync(path, 'utf8');
      const { blocks, simplified } = readHtml(source);
      expectValid(blocks);
      const lost = missing(textsOf(fromHtml(source, { fragment: false })), blocks);
      if (
        simplified.controls === undefined &&
        simplified.formulas === undefined &&
        simplified.embeds === undefined
      )
        expect({ path, lost }).toEqual({ path, lost: [] });
    }
  });

  it('naughty strings arrive as they are', () => {
    const naughty = JSON.parse(readFileSync(join(payloads, 'blns.json'), 'utf8')) as string[];
    for (const text of naughty) {
      expectValid(readHtml(text).blocks);
      expectValid(readMarkdown(text).blocks);
      expectValid(markdownToBlocks(text, { makeBlockId, html }).blocks);
    }
  });

  it('lists of attacks leave nothing that runs', () => {
    const attacks = files(join(payloads, 'wfuzz'), '.txt').flatMap((path) =>
      readFileSync(path, 'latin1').split('\n').slice(0, 2_000),
    );
    expect(attacks.length).toBeGreaterThan(100);
    for (const text of attacks) {
      expectValid(readHtml(text).blocks);
      expectValid(markdownToBlocks(text, { makeBlockId, html }).blocks);
    }
    expectValid(readHtml(attacks.join('\n')).blocks);
  });
});

/** Every text of the tree that a reader sees. */
function textsOf(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    const unseen =
      child.type === 'element' &&
      (SILENT.has(child.tagName) ||
        child.properties['hidden'] === true ||
        /display:\s*none/u.test(String(child.properties['style'] ?? '')));
    return unseen ? [] : textsOf(child as Nodes);
  });
}
