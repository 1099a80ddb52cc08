import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { canonicalDocument, canonicalInlines } from '../../shared/richtext/canonical.ts';
import type { Block, BlockOf, Inline, RichText, Text } from '../../shared/richtext/document.ts';
import { asNested, isEmptyLine, listLevels, lossesOf } from '../../shared/richtext/export-losses.ts';
import { blocksFromHast } from '../../shared/richtext/html-in/blocks-from-hast.ts';
import { toHtml } from '../../shared/richtext/html-out.ts';
import { naturalNumbers } from '../../shared/richtext/list-numbers.ts';
import { markdownToBlocks } from '../../shared/richtext/markdown-in/markdown-to-blocks.ts';
import { toMarkdown } from '../../shared/richtext/markdown-out.ts';
import { inlineText } from '../../shared/richtext/plain-text.ts';
import { mapLines } from '../../shared/richtext/walk.ts';
import { richFixture } from '../support/rich-fixture.ts';
import { anyDocument, decisionLabels } from '../support/rich-text-builders.ts';
import { testId } from '../support/small-library.ts';

// What leaves and comes home: the same document, or exactly what the list of losses says.

const fixture = richFixture({
  image: testId('image'),
  file: testId('file'),
  audio: testId('audio'),
  note: testId('note'),
  away: testId('away'),
});
const labels = {
  callout: { info: 'Good to know', tip: 'نکته', warning: '警告', never: 'ห้ามทำ' },
  judgement: {
    cue: 'What you notice',
    expectation: 'انتظار',
    action: '做什么',
    why: 'ทำไม',
    exceptions: 'Except',
  },
  decision: decisionLabels('پرسش', 'When', '则'),
};

let made = 0;
/** Without a place for files, the reader keeps the attachments our own export names. */
const makeBlockId = (): string => `made-${(made += 1)}`;
const mediaHref = ({ attachmentId }: { attachmentId: string }): string => `attachments/${attachmentId}`;

const withoutIds = (document: RichText): Block[] =>
  canonicalDocument(document).blocks.map((block) => ({ ...block, id: '' }));

/** Without the marks of line breaks, which nobody can see. */
function seen(document: RichText): RichText {
  const plain = (runs: readonly Text[]): Text[] =>
    runs.flatMap((run) =>
      run.text.split(/(\n)/u).map((part) => (part === '\n' ? { text: part } : { ...run, text: part })),
    );
  const line = (children: readonly Inline[]): Inline[] =>
    canonicalInlines(
      children.flatMap((child): Inline[] => {
        if ('text' in child) return plain([child]);
        return child.type === 'link' ? [{ ...child, children: plain(child.children) }] : [child];
      }),
    );
  return canonicalDocument({
    ...document,
    blocks: document.blocks.map((block) => mapLines(block, line)),
  });
}

describe('HTML that comes home', () => {
  const trip = (document: RichText): RichText => {
    const html = toHtml(document, { exact: true, labels, mediaHref, mentionHref: () => '#there' });
    const { blocks } = blocksFromHast(fromHtml(html, { fragment: true }), { makeBlockId });
    return { version: 2, blocks };
  };

  it('is the document of every block and mark in four scripts, ids and all', () => {
    expect(lossesOf(fixture, 'html')).toEqual({});
    expect(canonicalDocument(trip(fixture))).toEqual(canonicalDocument(fixture));
  });

  it('is every document', () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const document = htmlHolds(any);
        expect(seen(trip(document))).toEqual(seen(document));
      }),
      { numRuns: 400 },
    );
  });
});

/** What `lossesOf` says of HTML: marks in code. */
const htmlHolds = (document: RichText): RichText => ({
  ...document,
  blocks: document.blocks.map((block) =>
    block.type === 'code' ? { ...block, children: block.children.map(({ text }) => ({ text })) } : block,
  ),
});

describe('Markdown that comes home', () => {
  const trip = (document: RichText): RichText => {
    const { blocks } = markdownToBlocks(toMarkdown(document, { labels }), { makeBlockId });
    return { version: 2, blocks };
  };

  it('is the document of every block and mark in four scripts, but for what is said to be lost', () => {
    expect(lossesOf(fixture, 'markdown')).toEqual({ directions: 1, imageSizes: 1 });
    expect(withoutIds(trip(fixture))).toEqual(withoutIds(markdownHolds(fixture)));
  });

  it('is every document, but for what is said to be lost', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(withoutIds(seen(trip(document)))).toEqual(withoutIds(seen(markdownHolds(document))));
      }),
      { numRuns: 400 },
    );
  });
});

/** What `lossesOf` says of Markdown, done to the document. */
function markdownHolds(document: RichText): RichText {
  const written = document.blocks.filter((block) => !isEmptyLine(block));
  const levels = listLevels(written);
  const natural = naturalNumbers(asNested(written));
  const blocks = written.flatMap((block, index): Block[] => {
    const { dir: _dir, ...plain } = { dir: undefined, ...block };
    const one = plain as Block;
    switch (one.type) {
      case 'list-item': {
        const { start, ...item } = { start: undefined, ...one };
        const kept = start === undefined || start === natural[index] ? {} : { start };
        return [{ ...item, ...kept, depth: levels[index] ?? 0 }];
      }
      case 'code': {
        const children = one.children.map(({ text }) => ({ text }));
        return [{ ...one, children }];
      }
      case 'image': {
        const { width: _width, pixels: _pixels, ...image } = { width: undefined, pixels: undefined, ...one };
        return [{ ...image, name: '', children: captionOf(one.children) }];
      }
      case 'file':
        return [{ ...one, bytes: 0, children: captionOf(one.children) }];
      case 'audio':
        return [{ ...one, children: captionOf(one.children) }];
      case 'table':
        return [columnsOf(one)];
      default:
        return [one];
    }
  });
  return { ...document, blocks };
}

function columnsOf(table: BlockOf<'table'>): Block {
  const { children: rows } = canonicalDocument({ version: 2, blocks: [table] }).blocks[0] as typeof table;
  const aligned = rows[0]?.children.map(({ align }, at) =>
    rows.every(({ children }) => children[at]?.align === align) ? align : undefined,
  );
  const plain = rows.map(({ children }) => ({
    type: 'row' as const,
    children: children.map(({ align: _align, ...cell }, at) => {
      const align = aligned?.[at];
      return align === undefined ? cell : { ...cell, align };
    }),
  }));
  const named = table.header && rows[0]?.children.some(({ children }) => children.length > 0) === true;
  // A table of nothing but empty names stays as it is: the reader takes away only names with rows below them.
  const kept = table.header && !named && rows.length > 1 ? plain.slice(1) : plain;
  return { ...table, header: table.header && (named || rows.length === 1), children: kept };
}

const captionOf = (children: readonly Inline[]): Inline[] => {
  const text = inlineText(children).replace(/\s+/gu, ' ').trim();
  return text === '' ? [] : [{ text }];
};
