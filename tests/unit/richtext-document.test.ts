import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDocument, sameDocument } from '../../shared/richtext/canonical.ts';
import { documentSchema, EMPTY_DOCUMENT, isSafeUrl } from '../../shared/richtext/document.ts';
import { fromPlainText } from '../../shared/richtext/from-text.ts';
import { blockText, headingText, isBlank, plainText } from '../../shared/richtext/plain-text.ts';
import { hasDuplicateIds, readDocument } from '../../shared/richtext/upgrade.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { anyDocument, documentOf, MENTIONED, paragraphs } from '../support/rich-text-builders.ts';

describe('the stored document', () => {
  it('accepts every document the builders make, and their canonical spelling', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(documentSchema.safeParse(document).success).toBe(true);
        expect(documentSchema.safeParse(canonicalDocument(document)).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['an unknown block', { version: 1, blocks: [{ id: 'block-1', type: 'marquee', children: [] }] }],
    ['an extra key', { version: 1, blocks: [], title: 'x' }],
    [
      'a polluting key',
      JSON.parse(
        '{"version":1,"blocks":[{"id":"block-1","type":"paragraph","children":[],"__proto__":{"x":1}}]}',
      ),
    ],
    [
      'a script as link',
      {
        version: 1,
        blocks: [
          {
            id: 'block-1',
            type: 'paragraph',
            children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ text: 'x' }] }],
          },
        ],
      },
    ],
    [
      'a block in a block',
      {
        version: 1,
        blocks: [
          { id: 'block-1', type: 'quote', children: [{ id: 'block-2', type: 'paragraph', children: [] }] },
        ],
      },
    ],
    [
      'a list item too deep',
      { version: 1, blocks: [{ id: 'block-1', type: 'list-item', style: 'bullet', depth: 9, children: [] }] },
    ],
    ['no version', { blocks: [] }],
    ['a list instead', []],
    ['nothing', null],
  ])('refuses %s', (_name, value) => {
    expect(documentSchema.safeParse(value).success).toBe(false);
  });

  it.each(['https://x.org', 'HTTP://x.org', 'mailto:a@b', 'tel:+1'])('takes %s as an address', (url) => {
    expect(isSafeUrl(url)).toBe(true);
  });
  it.each([
    'javascript:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https:evil',
    '//x.org',
    'x.org',
    '',
    'https://x\u0000',
    'https://x\n',
    'java\nscript:x',
  ])('refuses %j as an address', (url) => {
    expect(isSafeUrl(url)).toBe(false);
  });
});

describe('canonical spelling', () => {
  it('is reached in one step, keeps every word, and is the same document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const once = canonicalDocument(document);
        expect(canonicalDocument(once)).toEqual(once);
        expect(plainText(once)).toBe(plainText(document));
        expect(sameDocument(once, document)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('joins runs of the same marks and drops what says nothing', () => {
    const document = documentOf({
      id: '',
      type: 'paragraph',
      children: [
        { text: 'a' },
        { text: '' },
        { text: 'b', bold: undefined },
        { text: 'c', bold: true },
        { type: 'link', url: 'https://x.org', children: [{ text: '' }] },
      ],
    });
    expect(canonicalDocument(document).blocks[0]?.children).toEqual([
      { text: 'ab' },
      { text: 'c', bold: true },
    ]);
  });

  it('keeps a tick only on check items', () => {
    const document = documentOf({
      id: '',
      type: 'list-item',
      style: 'bullet',
      depth: 0,
      checked: true,
      children: [],
    });
    expect(canonicalDocument(document).blocks[0]).not.toHaveProperty('checked');
  });

  it('tells documents apart by id, order, words and marks', () => {
    const one = paragraphs('a', 'b');
    expect(sameDocument(one, paragraphs('a', 'b'))).toBe(true);
    expect(sameDocument(one, paragraphs('a'))).toBe(false);
    expect(sameDocument(one, paragraphs('b', 'a'))).toBe(false);
    expect(sameDocument(one, { ...one, blocks: [...one.blocks].reverse() })).toBe(false);
    expect(
      sameDocument(
        one,
        documentOf({ id: 'other-id', type: 'paragraph', children: [{ text: 'a' }] }, one.blocks[1]!),
      ),
    ).toBe(false);
  });
});

describe('reading what is stored', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const read = readDocument(JSON.stringify(document));
        expect(read.state).toBe('readable');
        expect(read.state === 'readable' && sameDocument(read.document, document)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    '{"version":"1","blocks":[]}',
    '{"version":1,"blocks":[{}]}',
  ])('calls %j damaged and keeps it', (raw) => {
    expect(readDocument(raw)).toEqual({ state: 'damaged', raw });
  });

  it('calls a later version too new, whatever is in it', () => {
    expect(readDocument('{"version":99,"blocks":"?"}')).toEqual({
      state: 'too-new',
      version: 99,
      raw: '{"version":99,"blocks":"?"}',
    });
  });

  it('calls two blocks with one id damaged', () => {
    const twice = { version: 1 as const, blocks: [...paragraphs('a').blocks, ...paragraphs('b').blocks] };
    expect(hasDuplicateIds(twice)).toBe(true);
    expect(readDocument(JSON.stringify(twice)).state).toBe('damaged');
  });
});

describe('plain text', () => {
  const document = documentOf(
    { id: '', type: 'heading', level: 1, children: [{ text: 'Title' }] },
    {
      id: '',
      type: 'paragraph',
      children: [
        { text: 'See ' },
        { type: 'mention', kind: 'case', id: MENTIONED, label: 'Case 9', children: [] },
        { text: ' and ' },
        { type: 'link', url: 'https://x.org', children: [{ text: 'this', bold: true }] },
      ],
    },
    { id: '', type: 'divider', children: [] },
  );

  it('keeps every word in order', () => {
    expect(plainText(document)).toBe('Title\nSee Case 9 and this\n');
    expect(headingText(document)).toBe('Title');
  });

  it('knows an empty text from one with a line in it', () => {
    expect(isBlank(EMPTY_DOCUMENT)).toBe(true);
    expect(isBlank(paragraphs('', ' \n'))).toBe(true);
    expect(isBlank(documentOf({ id: '', type: 'divider', children: [] }))).toBe(false);
    expect(isBlank(document)).toBe(false);
  });

  it('finds mentions with their block', () => {
    expect([...referencesIn(document)].map(({ blockId, label }) => [blockId, label])).toEqual([
      ['block-2', 'Case 9'],
    ]);
  });

  it('makes paragraphs of blank lines and keeps single breaks', () => {
    let made = 0;
    const parsed = fromPlainText('\none\r\ntwo\n\n\n\nthree\n', () => `text-${(made += 1)}`);
    expect(parsed.blocks.map(blockText)).toEqual(['one\ntwo', 'three']);
    expect(documentSchema.safeParse(parsed).success).toBe(true);
    expect(fromPlainText(' \n\n ', () => 'unused').blocks.map(blockText)).toEqual([' ', ' ']);
    expect(fromPlainText('', () => 'unused').blocks).toEqual([]);
  });
});
