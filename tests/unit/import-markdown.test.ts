import { describe, expect, it } from 'vitest';
import { parseFrontMatter, plainEntries, yamlEntries } from '../../electron/importers/front-matter.ts';
import { keepBlockIds } from '../../electron/importers/keep-block-ids.ts';
import { markdownToDocument } from '../../electron/importers/markdown.ts';
import { documentSchema } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';

function counter(): () => string {
  let count = 0;
  return () => `block-${(count += 1)}`;
}
const read = (text: string) => markdownToDocument(text, { makeBlockId: counter() });
const shapes = (text: string) =>
  read(text).document.blocks.map((block) => ({ ...block, id: undefined, children: undefined }));

describe('Markdown', () => {
  it('keeps headings, lists, quotes, code and marks', () => {
    const { document, title } = read(
      '# Title\n\nSome **bold** *it* ~~no~~ `x`\n\n## Two\n\n- a\n  - b\n- [x] done\n\n1. one\n\n> said\n\n```js\nlet a\n```\n\n---\n',
    );
    expect(title).toBe('Title');
    expect(documentSchema.safeParse(document).success).toBe(true);
    expect(document.blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'heading',
      'list-item',
      'list-item',
      'list-item',
      'list-item',
      'quote',
      'code',
      'divider',
    ]);
    expect(document.blocks[0]?.children).toEqual([
      { text: 'Some ' },
      { text: 'bold', bold: true },
      { text: ' ' },
      { text: 'it', italic: true },
      { text: ' ' },
      { text: 'no', strike: true },
      { text: ' ' },
      { text: 'x', code: true },
    ]);
    expect(shapes('- a\n  - b\n    - c')).toMatchObject([{ depth: 0 }, { depth: 1 }, { depth: 2 }]);
    expect(shapes('- [x] d\n- [ ] e')).toMatchObject([{ style: 'check', checked: true }, { style: 'check' }]);
  });

  it('makes only safe addresses links and loses no words', () => {
    const { document, simplified } = read(
      '[a](javascript:alert(1)) [b](https://example.invalid/x) ![pic](data:text/html,x) <img src=x onerror=y>',
    );
    const links = document.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.children.filter((child) => 'type' in child) : [],
    );
    expect(links).toEqual([{ type: 'link', url: 'https://example.invalid/x', children: [{ text: 'b' }] }]);
    expect(plainText(document)).toContain('javascript:alert(1)');
    expect(plainText(document)).toContain('<img src=x onerror=y>');
    expect(simplified).toEqual({ links: 1, pictures: 1, html: 1 });
  });

  it('keeps tables', () => {
    const { document, simplified } = read('| a | b |\n|---|---|\n| 1 | **2** |\n');
    expect(plainText(document)).toBe('a\tb\n1\t2');
    expect(document.blocks[0]).toMatchObject({ type: 'table', header: true });
    expect(simplified).toEqual({});
  });

  it('makes mentions of the notes it is told about', () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    const { document, wikiLinks } = markdownToDocument(
      'See [[Folder/First firing#Heat|the firing]], [[Nobody]] and [that](other%20note.md).',
      {
        makeBlockId: counter(),
        resolve: ({ target }) => (target === 'Nobody' ? null : { id, title: target }),
      },
    );
    expect(wikiLinks).toEqual(['Folder/First firing', 'Nobody']);
    expect(document.blocks[0]?.children).toEqual([
      { text: 'See ' },
      { type: 'mention', kind: 'note', id, label: 'the firing', children: [] },
      { text: ', [[Nobody]] and ' },
      { type: 'mention', kind: 'note', id, label: 'that', children: [] },
      { text: '.' },
    ]);
  });

  it('does not fall over nesting that is an attack', () => {
    for (const text of ['> '.repeat(20_000) + 'x', `${'- '.repeat(3_000)}deep`, '['.repeat(20_000)]) {
      const { document } = read(text);
      expect(documentSchema.safeParse(document).success).toBe(true);
    }
  });
});

describe('front matter', () => {
  it('reads what a note has a place for and keeps the rest as it was', () => {
    const matter = parseFrontMatter('title: A\ntags: [x, "#y"]\naliases:\n  - b\nlang: fa\nrating: 5\n');
    expect(matter).toMatchObject({ title: 'A', tags: ['x', 'y'], aliases: ['b'], language: 'fa' });
    expect(matter.rest).toContain('rating: 5');
    expect(parseFrontMatter('title: A\n').rest).toBe('');
  });

  it('reads plain blocks as YAML would, and leaves the others to it', () => {
    const plain = [
      'title: A plain title\ntags:\n- one\n- two words\n\n- \npublish: true\n',
      'aliases:\n  - چای لاهیجانی\n  - Tea (black)\nlang: fa',
      'title:\ntags:\n',
      'title: It is John\u2019s'.replace('\u2019', "'"),
    ];
    const said = (entries: ReturnType<typeof yamlEntries>) =>
      entries?.map(({ name, values }) => [name, values?.filter((one) => one !== '')]);
    for (const text of plain) {
      expect(plainEntries(text), text).not.toBeNull();
      expect(said(plainEntries(text)), text).toEqual(said(yamlEntries(text)));
    }
    const others = [
      'title: "quoted"',
      'tags: [a, b]',
      'date: 2024-01-01',
      'title: a: b',
      'title: x # remark',
      'title: null',
      'title: True',
      'a:\n  b: c',
      'text: |\n  lines',
      '- item',
      'title: &a b',
      'title: one\n  two',
    ];
    for (const text of others) expect(plainEntries(text), text).toBeNull();
  });

  it('keeps what cannot be read', () => {
    expect(parseFrontMatter('title: "open\ntags: [a').rest).toBe('title: "open\ntags: [a');
  });

  it('does not unfold aliases', () => {
    const bomb = `a: &a [x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`)
      .join('\n')}\ntags: *j\n`;
    expect(parseFrontMatter(bomb).rest).toBe(bomb);
    expect(parseFrontMatter('__proto__: {x: 1}\ntitle: T').title).toBe('T');
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('block ids over a second import', () => {
  it('stay with blocks that are still there', () => {
    const before = read('one\n\ntwo\n\nthree').document;
    const make = counter();
    for (let i = 0; i < 100; i += 1) make();
    const after = markdownToDocument('one\n\nnew\n\ntwo\n\nthree, edited', { makeBlockId: make }).document;
    const kept = keepBlockIds(before, after);
    expect(kept?.blocks.map((block) => block.id)).toEqual(['block-1', 'block-102', 'block-2', 'block-3']);
    expect(keepBlockIds(before, read('one\n\ntwo\n\nthree').document)).toBeNull();
  });
});
