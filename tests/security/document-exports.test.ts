import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { parse } from 'yaml';
import type { DocumentSet } from '../../electron/documents/document-set.ts';
import { writeSet } from '../../electron/documents/write-set.ts';
import enBlocks from '../../shared/i18n/messages/en/blocks.json' with { type: 'json' };
import type { Block } from '../../shared/richtext/document.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { documentOf } from '../support/rich-text-builders.ts';
import { testId } from '../support/small-library.ts';
import { unzip } from '../support/unzip.ts';

// Whatever stands in a note, an exported file holds it as letters: nothing runs, nothing is fetched, no file is broken by it.

const folder = mkdtempSync(join(tmpdir(), 'heirloom-hostile-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXTS = HOSTILE_TEXTS.map((text) => text.slice(0, 400));
const ids = TEXTS.map((_, at) => testId(`note ${at}`));

function hostileBlocks(text: string): Block[] {
  const children = [{ text, bold: true as const }];
  const cells = [{ type: 'cell' as const, children }];
  const shown = { id: '', attachmentId: testId('none'), name: text };
  const part = (name: string) => ({ type: 'part', part: name, children });
  return [
    {
      id: '',
      type: 'paragraph',
      children: [{ type: 'link', url: `https://x.example/${encodeURI(text.toWellFormed())}`, children }],
    },
    {
      id: '',
      type: 'paragraph',
      children: [{ type: 'mention', kind: 'note', id: testId('none'), label: text, children: [] }],
    },
    { id: '', type: 'heading', level: 2, children },
    { id: '', type: 'code', language: text.slice(0, 40), children: [{ text }] },
    { id: '', type: 'list-item', style: 'check', depth: 1, children },
    { id: '', type: 'callout', tone: 'tip', children },
    { ...shown, type: 'image', alt: text, children },
    { ...shown, type: 'file', bytes: 1, children },
    { ...shown, type: 'audio', children },
    { id: '', type: 'record', kind: 'case', recordId: testId('none'), label: text, children: [] },
    { id: '', type: 'table', header: true, children: [{ type: 'row', children: cells }] },
    {
      id: '',
      type: 'decision',
      children: [part('question'), part('when'), part('then')],
    } as unknown as Block,
  ];
}

const set: DocumentSet = {
  title: TEXTS[0] ?? '',
  documents: TEXTS.map((text, at) => ({
    id: ids[at] ?? '',
    kind: 'note',
    noteKind: 'concept',
    title: text,
    document: documentOf(...hostileBlocks(text)),
    language: '',
    tags: [text.slice(0, 80)],
    topics: [text],
    author: text,
    confidence: 'draft',
    audience: 'team',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    note: null,
  })),
  files: [],
  language: 'en',
  labels: enBlocks,
  untitled: 'Untitled',
};
const at = (name: string): string => join(folder, name);

function* elements(node: Root | Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elements(child);
  }
}

describe('hostile texts in every field of an export', () => {
  it('are letters in HTML', async () => {
    await writeSet(set, 'html', at('all.html'));
    const root = fromHtml(readFileSync(at('all.html'), 'utf8'));
    const allowed = new Set(
      (
        'html head body meta title style main nav article header div p h1 h2 h3 h4 h5 h6 a bdi time ol ul li span strong ' +
        'em u s mark sub sup code pre br hr blockquote aside figure figcaption table thead tbody tr th td dl dt dd'
      ).split(' '),
    );
    let count = 0;
    for (const { tagName, properties } of elements(root)) {
      count += 1;
      expect(allowed).toContain(tagName);
      for (const [name, value] of Object.entries(properties)) {
        expect(name).not.toMatch(/^on|^style$|^src|^srcDoc|^action$/iu);
        if (name === 'href') expect(String(value)).toMatch(/^(?:#n-|https:\/\/x\.example\/)/u);
      }
    }
    expect(count).toBeGreaterThan(TEXTS.length * 20);
  });

  it('neither break nor leave a Markdown folder, and its front matter says what was written', async () => {
    await writeSet(set, 'markdown', at('all.zip'));
    const names = await unzip(at('all.zip'), at('markdown'));
    expect(names).toHaveLength(TEXTS.length);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    names.forEach((name, index) => {
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|\.\./u);
      const text = readFileSync(join(at('markdown'), name), 'utf8');
      const front = /^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? '';
      const value = parse(front) as { title?: string; author?: string; heirloom: string };
      expect(value.heirloom).toBe(`note/${ids[index]}`);
      expect(value.author ?? '').toBe(TEXTS[index]?.toWellFormed());
    });
  });

  it.each(['docx', 'odt'] as const)('leave %s well-formed', async (format) => {
    await writeSet(set, format, at(`all.${format}`));
    const names = await unzip(at(`all.${format}`), at(format));
    for (const name of names.filter((one) => /\.(?:xml|rels)$/u.test(one)))
      expect(() => fromXml(readFileSync(join(at(format), name), 'utf8')), name).not.toThrow();
    const links = names
      .filter((one) => one.endsWith('.rels') || one === 'content.xml')
      .flatMap((name) => [
        ...readFileSync(join(at(format), name), 'utf8').matchAll(/(?:Target|xlink:href)="([^"]*)"/gu),
      ]);
    for (const [, target] of links) expect(target).not.toMatch(/^\s*(?:javascript|data|file|vbscript):/iu);
  });
});
