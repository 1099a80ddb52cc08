// Markdown of GitHub, Obsidian and ourselves, through the one reader of Markdown.
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { documentSchema, lowestVersion } from '../../shared/richtext/document.ts';
import {
  type MarkdownBlocks,
  type MarkdownInOptions,
  markdownToBlocks,
} from '../../shared/richtext/markdown-in/markdown-to-blocks.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { blocksAsLines } from '../support/blocks-as-lines.ts';
import { ATTACHED, MENTIONED } from '../support/rich-text-builders.ts';

let made = 0;
const makeBlockId = (): string => `made-${(made += 1)}`;
const read = (text: string, options: Partial<MarkdownInOptions> = {}): MarkdownBlocks =>
  markdownToBlocks(text, { makeBlockId, ...options });
const lines = (text: string, options: Partial<MarkdownInOptions> = {}): string[] =>
  blocksAsLines(read(text, options).blocks);
const isValid = ({ blocks }: Pick<MarkdownBlocks, 'blocks'>): boolean =>
  documentSchema.safeParse({ version: lowestVersion(blocks), blocks }).success;

const picture = (src: string) =>
  /\.(?:png|jpg)$/u.test(src) ? { attachmentId: ATTACHED, name: src } : undefined;
const file = (href: string, name: string) =>
  /\.(?:pdf|ogg)$/u.test(href) ? { attachmentId: ATTACHED, name: name || href, bytes: 7 } : undefined;
const files = { picture, file };

describe('tables', () => {
  it.each([
    [
      'with names',
      '| a | b |\n|:--|--:|\n| **1** | x\\|y |\n| c |',
      ['table.header <start>a ¦ <end>b // <start>{bold:1} ¦ <end>x|y // <start>c ¦ <end>'],
    ],
    ['without names', '| | |\n|-|-|\n| 1 | 2<br>3 |', ['table 1 ¦ 2⏎3']],
    ['of names alone', '| a | b |\n|---|---|', ['table.header a ¦ b']],
    ['with a link that has a bar', '|[[A\\|b]]|\n|-|', ['table.header [[A|b]]']],
  ])('%s', (_name, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('of any width and length lose nothing', () => {
    const wide = `|${'a|'.repeat(70)}\n|${'-|'.repeat(70)}\n${'|b|c|\n'.repeat(2_100)}`;
    const result = read(wide);
    expect(isValid(result)).toBe(true);
    expect(plainText({ version: 2, blocks: result.blocks }).match(/a/gu)).toHaveLength(70);
    expect(plainText({ version: 2, blocks: result.blocks }).match(/c/gu)).toHaveLength(2_100);
    expect(result.simplified.largeTables).toBeGreaterThan(0);
  });
});

describe('numbers of lists', () => {
  it.each([
    ['that begin anywhere', '3. a\n4. b', ['ol.3 a', 'ol b']],
    ['of another list', '1. a\n2. b\n\n1) c', ['ol a', 'ol b', 'ol.1 c']],
    ['that go on behind a paragraph', '1. a\n\nbetween\n\n2. b', ['ol a', 'paragraph between', 'ol.2 b']],
    ['inside each other', '1. a\n\n   7. b\n2. c', ['ol a', 'ol+1.7 b', 'ol c']],
    ['that count as they like', '1. a\n1. b\n9. c', ['ol a', 'ol b', 'ol c']],
    ['around code', '1. a\n\n   ```\n   x\n   ```\n2. b', ['ol a', 'code x', 'ol.2 b']],
    ['in a callout', '> [!tip]\n> 4. a\n> 5. b', ['tip 4. a⏎5. b']],
    ['from nought', '0. a\n1. b', ['ol a', 'ol b']],
  ])('%s are kept', (_name, text, expected) => {
    expect(lines(text)).toEqual(expected);
    expect(isValid(read(text))).toBe(true);
  });

  it('say so when they cannot be', () => {
    expect(read('0. a\n1. b').simplified).toEqual({ numbering: 1 });
    expect(read('7. a').simplified).toEqual({});
  });
});

describe('callouts', () => {
  it.each([
    ['> [!NOTE]\n> a **b**', ['info a {bold:b}']],
    ['> [!tip]- My title\n> text\n>\n> more', ['tip {bold:My title}⏎text⏎more']],
    ['> [!CAUTION]\n> - one\n> - two', ['never • one⏎• two']],
    ['> [!warning]', ['warning']],
    ['> [!custom] T', ['info {bold:T}']],
    ['> [!NOTE]\n> a\n> ```sh\n> ls\n> ```\n> b', ['info a', 'code.sh ls', 'info b']],
    ['> \\[!NOTE]\n> a', ['quote [!NOTE]⏎a']],
    ['> quoted\n> > twice', ['quote quoted', 'quote twice']],
    [
      '> [!JUDGEMENT]\n>\n> - **Cue:** hum\n> - **نشانه:** stops\n> - **Do:**\n> - why not\n> - **E:** a\n>   - b',
      ['judgement hum ¦ stops ¦  ¦ why not ¦ a⏎• b'],
    ],
    [
      '> [!DECISION]\n> - **Q:** hot?\n> - **When:** yes\n> - **Then:** wait\n> - **When:** no',
      ['decision hot? ¦ yes ¦ wait ¦ no ¦'],
    ],
    ['> [!JUDGEMENT]\n> only words', ['info only words']],
  ])('%j', (text, expected) => {
    const result = read(text);
    expect(blocksAsLines(result.blocks)).toEqual(expected);
    expect(isValid(result)).toBe(true);
  });

  it('with more items than parts keep them', () => {
    const many = `> [!JUDGEMENT]\n${'> - x\n'.repeat(9)}`;
    expect(lines(many)).toEqual(['judgement x ¦ x ¦ x ¦ x ¦ x⏎x⏎x⏎x⏎x']);
    expect(isValid(read(`> [!DECISION]\n${'> - x\n'.repeat(400)}`))).toBe(true);
  });
});

describe('pictures and files', () => {
  it.each([
    ['![alt](a.png "Fig. 1")', ['image[alt] Fig. 1']],
    ['before ![alt](a.png) after', ['paragraph before', 'image[alt]', 'paragraph after']],
    ['![a](a.png)\nafter', ['image[a]', 'paragraph after']],
    ['[a](a.pdf) ![x](x.png)', ['file[a]', 'image[x]']],
    ['[plan](docs/plan.pdf)', ['file[plan]']],
    ['[hum](hum.ogg)', ['file[hum]']],
    ['see [plan](plan.pdf) first', ['paragraph see plan', 'file[plan]', 'paragraph first']],
    ['![[pump.png|300]] and [[plan.pdf]]', ['image[]', 'paragraph and plan.pdf', 'file[plan.pdf]']],
    ['![[plan.pdf]]', ['file[plan.pdf]']],
    ['- item ![x](x.jpg)\n- next', ['ul item', 'image[x]', 'ul next']],
    ['![gone](gone.gif)', ['paragraph gone (gone.gif)']],
    ['![there](https://x.org/a.png)', ['image[there]']],
    ['![data](data:text/html,x)', ['paragraph data']],
    [`![a](heirloom:attachment/${ATTACHED})`, [`paragraph a (heirloom:attachment/${ATTACHED})`]],
  ])('%j', (text, expected) => {
    expect(lines(text, files)).toEqual(expected);
    expect(isValid(read(text, files))).toBe(true);
  });

  it('of our own export are kept where nobody says otherwise', () => {
    expect(
      lines(`![a](heirloom:attachment/${ATTACHED})\n\n[x.mp3](heirloom:attachment/${ATTACHED})`),
    ).toEqual(['image[a]', 'audio[x.mp3]']);
  });

  it('are told about when they did not come', () => {
    expect(read('![a](a.png) ![b](https://x.org/b.png)').simplified).toEqual({ pictures: 2 });
  });
});

describe('records', () => {
  it.each([
    [`see [Case 7](heirloom:case/${MENTIONED}) now`, ['paragraph see {@Case 7} now']],
    [`[Case 7](heirloom:case/${MENTIONED}#card)`, ['record[case Case 7]']],
    [`[x](heirloom:evil/${MENTIONED})`, [`paragraph x (heirloom:evil/${MENTIONED})`]],
    ['[x](heirloom:case/1)', ['paragraph x (heirloom:case/1)']],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('that are not here any more stay words', () => {
    expect(lines(`[x](heirloom:case/${MENTIONED})`, { record: () => undefined })[0]).toContain('paragraph x');
  });
});

describe('marks Markdown has no signs for', () => {
  it.each([
    [
      '<u>a</u> <mark>b</mark> H<sub>2</sub>O x<sup>2</sup>',
      'paragraph {underline:a} {highlight:b} H{sub:2}O x{sup:2}',
    ],
    ['<kbd>Ctrl</kbd>+<b>B</b>', 'paragraph {code:Ctrl}+{bold:B}'],
    ['**<u>a** b</u>', 'paragraph {bold,underline:a}{underline: b}'],
    ['==a== b ==c==', 'paragraph {highlight:a} b {highlight:c}'],
    ['==**a** b==', 'paragraph {bold,highlight:a}{highlight: b}'],
    ['a == b == c', 'paragraph a == b == c'],
    ['a ==b', 'paragraph a ==b'],
    ['\\==a== b', 'paragraph ==a== b'],
    ['if (a==b) c==d', 'paragraph if (a==b) c==d'],
    ['水==泵==水', 'paragraph 水{highlight:泵}水'],
    ['<u>open', 'paragraph <u>open'],
    ['</u>shut', 'paragraph </u>shut'],
    ['<u onclick=x>a</u>', 'paragraph <u onclick=x>a</u>'],
    ['a<br>b<br/>c', 'paragraph a⏎b⏎c'],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });
});

describe('HTML in Markdown', () => {
  const html = (source: string) => fromHtml(source, { fragment: true });

  it('is kept as it is written where nobody can parse it', () => {
    const { blocks, simplified } = read('<div>\n<b>x</b>\n</div>\n\na <span>b</span>');
    expect(blocksAsLines(blocks)).toEqual(['paragraph <div>⏎<b>x</b>⏎</div>', 'paragraph a <span>b</span>']);
    expect(simplified).toEqual({ html: 3 });
  });

  it('is read like any other where somebody can', () => {
    expect(
      lines(
        '<table><tr><th>a<th>b<tr><td>1<td>2</table>\n\n<p align="center">\n<img src="a.png" alt="A" width=9>\n</p>\n\nx <img src="b.png" alt="B"> y',
        {
          html,
          ...files,
        },
      ),
    ).toEqual(['table.header a ¦ b // 1 ¦ 2', 'image[A]', 'paragraph x', 'image[B]', 'paragraph y']);
  });

  it.each([
    ['a <span>b</span> c', 'paragraph a b c'],
    ['<span style="font-weight:bold">a</span> b', 'paragraph {bold:a} b'],
    ['press <kbd class="k">Ctrl</kbd>', 'paragraph press {code:Ctrl}'],
    ['<u onclick="x()">a</u>', 'paragraph {underline:a}'],
    ['H<sub class=x>2</sub>O', 'paragraph H{sub:2}O'],
    ['a<br class="x">b<wbr>c', 'paragraph a⏎bc'],
    ['**a <u>b** c</u>', 'paragraph {bold:a }{bold,underline:b}{underline: c}'],
    ['<q>a</q> and <ruby>漢<rt>kan</rt></ruby>', 'paragraph “a” and 漢(kan)'],
    [
      'see <a href="https://x.org">the <b>maker</b></a>.',
      'paragraph see {a https://x.org:the {bold:maker}}.',
    ],
    ['<a name="here"></a>words', 'paragraph words'],
    ['a List<T> and <T>b</T>', 'paragraph a List<T> and <T>b</T>'],
    ['how the <span> tag works', 'paragraph how the <span> tag works'],
    ['a </span> b', 'paragraph a </span> b'],
    ['`<b>a</b>`', 'paragraph {code:<b>a</b>}'],
  ])('in a line: %s', (source, expected) => {
    expect(lines(source, { html })).toEqual([expected]);
  });

  it.each([
    ['a <script>alert(*1*)</script> b', 'paragraph a  b', { scripts: 1 }],
    ['a <style>x</style> b', 'paragraph a  b', { scripts: 1 }],
    ['a <button>press</button> b', 'paragraph a  b', { controls: 1 }],
    [
      'a <iframe src="https://x.org/v">no</iframe> b',
      'paragraph a {a https://x.org/v:https://x.org/v} b',
      { embeds: 1 },
    ],
    ['a <iframe src="javascript:x"></iframe> b', 'paragraph a  b', { embeds: 1 }],
    ['a <script>![p](a.png) [[x]] <u>y</u> <img src="a.png"></script> b', 'paragraph a  b', { scripts: 1 }],
    ['a <a href="javascript:alert(1)">x</a>', 'paragraph a x (javascript:alert(1))', { links: 1 }],
  ])('leaves out and lists: %s', (source, expected, counts) => {
    const { blocks, simplified } = read(source, { html, ...files });
    expect(blocksAsLines(blocks)).toEqual([expected]);
    expect(simplified).toEqual(counts);
  });

  it('reads what folds away, and leaves scripts and styles out of it', () => {
    const source =
      '<details>\n<summary>More</summary>\n\nInside **it**\n\n</details>\n\n<script>\nalert(1)\n\nalert(2)\n</script>\n\nafter';
    const { blocks, simplified } = read(source, { html });
    expect(blocksAsLines(blocks)).toEqual([
      'paragraph More',
      'paragraph Inside {bold:it}',
      'paragraph after',
    ]);
    expect(simplified).toEqual({ scripts: 1 });
  });

  it('a script that is never closed takes no words along', () => {
    const { blocks, simplified } = read('<script>\n\nAll of the text.', { html });
    expect(blocksAsLines(blocks).join(' ')).toContain('All of the text.');
    expect(simplified).toEqual({ html: 1 });
  });

  it('never runs', () => {
    const hostile =
      '<script>alert(1)</script>\n\n<a href="javascript:alert(1)">x</a>\n\n<img src=x onerror=alert(1)>';
    const result = read(hostile, { html });
    expect(isValid(result)).toBe(true);
    expect(JSON.stringify(result.blocks)).not.toMatch(/"url":"javascript/u);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '# ',
      '- ',
      '- [x] ',
      '1. ',
      '> ',
      '> [!NOTE]\n',
      '> [!JUDGEMENT]\n',
      '```\n',
      '---\n',
      '\n',
      '\n\n',
      '  ',
      '    ',
      '|',
      '|-|-|\n',
      '**',
      '*',
      '~~',
      '==',
      '`',
      '[',
      '](',
      ')',
      '![',
      '[[',
      ']]',
      '|x',
      '<u>',
      '</u>',
      '<br>',
      '<!--',
      '-->',
      '<div>',
      '[^1]',
      '[^1]: ',
      'heirloom:case/',
      MENTIONED,
      '#card',
      'https://x.org',
      'javascript:alert(1)',
      'a.png',
      'plan.pdf',
      'word',
      'سلام',
      '水',
      '\\',
      '&amp;',
      ' "t"',
    ),
    fc.string({ maxLength: 4 }),
  );

  it('gives a valid document, and no address that is none', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, keeps) => {
        const result = read(
          pieces.join(''),
          keeps ? { ...files, resolve: () => ({ id: MENTIONED, title: 'T' }) } : {},
        );
        expect(isValid(result)).toBe(true);
        expect(JSON.stringify(result.blocks)).not.toMatch(/"url":"(?!https?:|mailto:|tel:)/iu);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every word that is no sign', () => {
    const word = fc.constantFrom('pump', 'پمپ', '水泵', 'ปั๊ม', 'seal2', 'éclair');
    const shape = fc.constantFrom(
      '# %',
      '- %',
      '- [ ] %',
      '3) %',
      '> %',
      '> [!tip] %',
      '| % |\n|-|\n| % |',
      '**%**',
      '%\n%',
      '```\n%\n```',
      '<b>%</b>',
      '[%](a.md)',
      '![%](b.png)',
      '[^1]: %',
      '==%==',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(shape, word), { maxLength: 12 }), (parts) => {
        const text = parts.map(([form, said]) => form.replaceAll('%', said)).join('\n\n');
        const count = (where: string): string =>
          ['pump', 'پمپ', '水泵', 'ปั๊ม', 'seal2', 'éclair'].map((each) => where.split(each).length).join();
        expect(count(plainText({ version: 2, blocks: read(text).blocks }))).toBe(count(text));
      }),
      { numRuns: 200 },
    );
  });

  it('of more paragraphs than a document holds says how many were left out', () => {
    const { blocks, simplified } = read('x\n\n'.repeat(20_030));
    expect(blocks).toHaveLength(20_000);
    expect(simplified).toEqual({ blocks: 30 });
  });
});

it('lists deeper than there are levels stand at the last one, and that is told', () => {
  const deep = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}- level ${level}`).join('\n');
  const { blocks, simplified } = read(deep);
  expect(blocks.map((block) => block.type === 'list-item' && block.depth).at(-1)).toBe(8);
  expect(simplified.deepLists).toBe(3);
  expect(read(deep.split('\n').slice(0, 9).join('\n')).simplified).toEqual({});
});
