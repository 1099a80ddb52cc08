// HTML of every program one copies from, through the one reader of HTML.
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { documentSchema, lowestVersion } from '../../shared/richtext/document.ts';
import { blocksFromHast, type HtmlBlocks } from '../../shared/richtext/html-in/blocks-from-hast.ts';
import { picturesIn } from '../../shared/richtext/html-in/pictures.ts';
import type { HtmlInOptions } from '../../shared/richtext/html-in/reader.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import * as pages from '../fixtures/pasted-pages.ts';
import { wordClipboard } from '../fixtures/word-page.ts';
import { blocksAsLines } from '../support/blocks-as-lines.ts';
import { ATTACHED, MENTIONED } from '../support/rich-text-builders.ts';

let made = 0;
const makeBlockId = (): string => `made-${(made += 1)}`;
const read = (html: string, options: Partial<HtmlInOptions> = {}): HtmlBlocks =>
  blocksFromHast(fromHtml(html, { fragment: false }), { makeBlockId, ...options });
const lines = (html: string, options: Partial<HtmlInOptions> = {}): string[] =>
  blocksAsLines(read(html, options).blocks);
const isValid = ({ blocks }: Pick<HtmlBlocks, 'blocks'>): boolean =>
  documentSchema.safeParse({ version: lowestVersion(blocks), blocks }).success;

describe('a page from', () => {
  it.each([
    [
      'Word',
      pages.WORD_REVIEW,
      [
        'h1 Change of the seal',
        'h3 Before you start',
        'ol Lock it out',
        'ol+1 Try the switch',
        'ol.1 Another list',
        'paragraph Old seals are kept for a week.[1]',
        'paragraph پمپ را خاموش کنید',
        'paragraph {highlight:Careful} with H{sub:2}O',
        'paragraph [1] See the manual.',
      ],
      { headings: 1, changes: 2, footnotes: 1, comments: 1 },
    ],
    [
      'LibreOffice',
      pages.LIBREOFFICE,
      [
        'h1 Gland',
        'paragraph {bold:Tighten} by {italic:hand}, {highlight:slowly}',
        'ol.3 third',
        'ol fourth',
        'ul+1 deeper',
        'table.header Part ¦ Torque // <center>all by hand ¦',
        'paragraph Done{sup:1}',
        'paragraph 1Page 7',
      ],
      { mergedCells: 1, footnotes: 1 },
    ],
    [
      'Google Docs',
      pages.GOOGLE_DOCS,
      [
        'h2 Round of the day',
        'done Oil level',
        'todo Noise',
        'ol First',
        'ol+1 Inner',
        'paragraph {highlight:Marked} and a {a https://example.org/a:link}',
        'table.header Part ¦ Count // Seal ¦ <end>2 //  ¦ <end>3',
      ],
      { mergedCells: 1 },
    ],
    [
      'Excel',
      pages.EXCEL,
      ['table.header Part ¦ Torque ¦ Note // Bolt ¦ <end>48.00 ¦  // Nut ¦ <end>12.50 ¦ by hand⏎first'],
      {},
    ],
    [
      'Slack',
      pages.SLACK,
      [
        'paragraph {bold:Pump 3} hums, @mina :wave:',
        'paragraph Use {code:reset}',
        'ul outer',
        'ul+1 inner',
        'code stop⏎start',
        'quote said',
      ],
      {},
    ],
    [
      'Quill',
      pages.QUILL,
      ['paragraph {bold:To do}', 'done done', 'todo+1 open', 'ul dot', 'ol number', 'paragraph سلام'],
      {},
    ],
    [
      'Notion',
      pages.NOTION,
      [
        'warning Hot surface',
        'done Checked',
        'todo Open',
        'tip Warm it first',
        'paragraph Toggle',
        'paragraph inside',
      ],
      {},
    ],
    [
      'GitHub',
      pages.GITHUB,
      [
        'h3 Install',
        'warning Not while it {bold:runs}.⏎• never',
        'done ordered',
        'todo fitted',
        'code.shell cd pump⏎make',
        'table.header a ¦ <end>b // 1 ¦ <end>{code:2}',
        'paragraph 🎉 relative {a https://camo.example/x.png:a drawing}',
      ],
      { headings: 1, links: 1, pictures: 1 },
    ],
    [
      'the web',
      pages.WEB_PAGE,
      [
        'paragraph {a https://example.org/:Home}',
        'h1 The pump',
        'paragraph It 水(shui) moves “water”.',
        'paragraph {a https://example.org/p/pump.jpg:A pump}',
        'paragraph Fig. 1',
        'paragraph {a https://video.example/embed/1:https://video.example/embed/1}',
        'paragraph {a https://video.example/a.mp4:https://video.example/a.mp4}',
        'paragraph Then a^2 and b_1',
        'paragraph Name',
        'paragraph Gland',
        'paragraph holds the seal',
        'table outer⏎a | b ¦ x',
      ],
      { pictures: 1, embeds: 2, formulas: 2, controls: 3, nestedTables: 1 },
    ],
  ])('%s keeps its form, and says what it lost', (_name, html, expected, simplified) => {
    const result = read(html);
    expect(blocksAsLines(result.blocks)).toEqual(expected);
    expect(result.simplified).toEqual(simplified);
    expect(isValid(result)).toBe(true);
  });
});

describe('numbers of lists', () => {
  it.each([
    ['that begin anywhere', '<ol start=3><li>a<li>b</ol>', ['ol.3 a', 'ol b']],
    ['said on an item', '<ol><li>a<li value=9>b<li>c</ol>', ['ol a', 'ol.9 b', 'ol c']],
    ['of a list that touches another', '<ol><li>a</ol><ol><li>b</ol>', ['ol a', 'ol.1 b']],
    ['behind words', '<ol><li>a</ol><p>x</p><ol start=2><li>b</ol>', ['ol a', 'paragraph x', 'ol.2 b']],
    ['in a cell', '<table><tr><td><ol start=4><li>a<li>b</ol><td>c</table>', ['table 4. a⏎5. b ¦ c']],
    ['that are no numbers', '<ol start="x"><li value="1e9">a<li value="-">b</ol>', ['ol a', 'ol b']],
  ])('%s are kept', (_name, html, expected) => {
    expect(lines(html)).toEqual(expected);
    expect(read(html).simplified).toEqual({});
    expect(isValid(read(html))).toBe(true);
  });

  it('below one cannot be, and that is told', () => {
    const result = read('<ol start=-2><li>a<li>b</ol>');
    expect(blocksAsLines(result.blocks)).toEqual(['ol a', 'ol b']);
    expect(result.simplified).toEqual({ numbering: 1 });
  });

  it('are never taken from what only looks like our own export', () => {
    const own = (start: string) =>
      `<ol><li data-block-id="block-1" data-depth="0" data-start="${start}">a</ol>`;
    expect(lines(own('5'))).toEqual(['ol.5 a']);
    for (const start of ['0', '-3', '9999999999', 'x']) {
      const result = read(own(start));
      expect(isValid(result)).toBe(true);
    }
    expect(lines('<ul><li data-start="5">a</ul>')).toEqual(['ul a']);
  });
});

describe('pictures', () => {
  const picture = (src: string) => ({
    attachmentId: ATTACHED,
    name: src.slice(-8),
    pixels: { width: 4, height: 3 },
  });

  it('stand as blocks where they stood, when their bytes are kept', () => {
    expect(lines('<p>before <img src="data:a.png" alt="A"> after</p>', { picture })).toEqual([
      'paragraph before',
      'image[A]',
      'paragraph after',
    ]);
    expect(
      lines('<figure><img src=a.png alt=A><figcaption>Fig. <b>1</b></figcaption></figure>', { picture }),
    ).toEqual(['image[A] Fig. {bold:1}']);
    expect(read('<img src="a.png">', { picture }).blocks[0]).toMatchObject({
      pixels: { width: 4, height: 3 },
    });
  });

  it('of Word are found in order, its drawings for old programs are not', () => {
    const found = picturesIn(fromHtml(wordClipboard()['text/html'], { fragment: false }));
    expect(found.map(({ alt }) => alt)).toEqual(['Worn seal', 'New seal']);
    expect(found.every(({ src }) => src.startsWith('file:///'))).toBe(true);
  });

  it('that did not come leave their description, and a link where one can go', () => {
    expect(lines('<p><img src="https://x.org/a.png" alt="A"> <img src="file:///C:/seal.png"></p>')).toEqual([
      'paragraph {a https://x.org/a.png:A} seal.png',
    ]);
    expect(lines('<p>a<img src="javascript:alert(1)//x.png"><img src="//evil.example/"></p>')).toEqual([
      'paragraph a',
    ]);
  });

  it('of a cell stand below the table, and that is told', () => {
    const { blocks, simplified } = read('<table><tr><td>a<img src=x alt=X></td><td>b</td></tr></table>', {
      picture,
    });
    expect(blocksAsLines(blocks)).toEqual(['table a ¦ b', 'image[X]']);
    expect(simplified).toEqual({ movedPictures: 1 });
  });

  it('that are letters or spies are none', () => {
    const html =
      '<p>a<img class=emoji alt="🎉" src=x><img src="https://s.example/p.gif" width=1 height=1></p>';
    expect(lines(html, { picture })).toEqual(['paragraph a🎉']);
    expect(picturesIn(fromHtml(html))).toEqual([]);
  });
});

describe('tables', () => {
  it('take merged cells apart in both directions', () => {
    const { blocks, simplified } = read(
      '<table><tr><th colspan=2>a<th rowspan=2>b</tr><tr><td>c<td>d</tr><tr><td rowspan=9>e<td>f<td>g</tr></table>',
    );
    expect(blocksAsLines(blocks)).toEqual(['table.header a ¦  ¦ b // c ¦ d ¦  // e ¦ f ¦ g']);
    expect(simplified).toEqual({ mergedCells: 2 });
  });

  it('bear spans and sizes that are an attack', () => {
    const wide = `<table>${'<tr><td colspan=1000 rowspan=65534>x<td>y</tr>'.repeat(200)}</table>`;
    expect(isValid(read(wide))).toBe(true);
    const many = read(`<table><tr>${'<td>x'.repeat(70)}</tr>${'<tr><td>1<td>2</tr>'.repeat(2_500)}</table>`);
    expect(isValid(many)).toBe(true);
    expect(many.blocks.map(({ type }) => type)).toEqual(['table', 'table']);
    expect(many.blocks.map(blockText).join('').match(/x/gu)).toHaveLength(70);
    expect(many.simplified).toEqual({ largeTables: 11 });
  });

  it('read right to left know their own beginning', () => {
    expect(lines('<table dir=rtl><tr><td align=left>۱<td align=right>۲</tr></table>')).toEqual([
      'table <end>۱ ¦ ۲',
    ]);
    expect(lines('<table dir=rtl><tr><td>Seal<td>Bolt</tr></table>')).toEqual(['table.rtl Seal ¦ Bolt']);
    expect(lines('<div dir=rtl><table><tr><td align=left>۱<td align=right>۲</tr></table></div>')).toEqual([
      'table <end>۱ ¦ ۲',
    ]);
  });

  it('hold lists, code and headings as lines', () => {
    expect(
      lines(
        '<table><tr><td><ul><li>a<ul><li>b</ul></ul><ol><li>c</ol></td><td><pre>x\ny</pre></td></tr></table>',
      ),
    ).toEqual(['table • a⏎◦ b⏎1. c ¦ {code:x⏎y}']);
  });
});

describe('what only we write', () => {
  const id = MENTIONED;

  it('comes back', () => {
    const html = `<p class="record" data-kind="case" data-id="${id}" data-block-id="record1"><bdi>Case 7</bdi></p><p data-block-id="para-1">see <span class="mention" data-kind="note" data-id="${id}"><bdi>Seal</bdi></span></p><figure class="file" data-block-id="file-1" data-attachment-id="${ATTACHED}"><a href="a/x.pdf" download="x.pdf" data-bytes="12"><bdi>x.pdf</bdi></a><figcaption>the plan</figcaption></figure><dl data-block="decision" data-block-id="decide"><div data-part="question"><dt>Q</dt><dd>hot?</dd></div><div data-part="when"><dt>W</dt><dd>yes</dd></div></dl>`;
    const { blocks } = read(html);
    expect(blocksAsLines(blocks)).toEqual([
      'record[case Case 7]',
      'paragraph see {@Seal}',
      'file[x.pdf] the plan',
      'decision hot? ¦ yes ¦',
    ]);
    expect(blocks.map((block) => block.id)).toEqual(['record1', 'para-1', 'file-1', 'decide']);
  });

  it('is checked like anything else', () => {
    const forged = [
      '<p class=record data-kind=evil data-id=1>a</p>',
      `<p class=record data-kind=case data-id="x' onload=1">b</p>`,
      '<span class=mention data-kind=__proto__ data-id=1>c</span>',
      '<p data-block-id="no spaces allowed!">d</p>',
      '<p data-block-id="same-id">e</p><p data-block-id="same-id">f</p>',
      `<figure class=image data-attachment-id="../../etc" data-width=99999><img src=x></figure>`,
      '<figure class=file data-attachment-id=x><a href="javascript:alert(1)" data-bytes=-5>g</a></figure>',
      `<dl data-block=decision>${'<div data-part=when><dd>x</dd></div>'.repeat(500)}</dl>`,
      '<dl data-block=judgement></dl>',
      '<h6 data-block-id="heading" data-level=99>h</h6>',
    ].join('');
    const result = read(forged);
    expect(isValid(result)).toBe(true);
    expect(new Set(result.blocks.map((block) => block.id)).size).toBe(result.blocks.length);
    expect(blocksAsLines(result.blocks).slice(0, 4)).toEqual([
      'paragraph a',
      'paragraph b',
      'paragraph c',
      'paragraph d',
    ]);
    expect(JSON.stringify(result)).not.toContain('javascript:');
  });
});

describe('links', () => {
  it('to notes and files of an import become mentions and files', () => {
    const options: Partial<HtmlInOptions> = {
      resolve: ({ target }) => (target === 'other note.html' ? { id: MENTIONED, title: 'Other' } : null),
      file: (href, name) =>
        href.endsWith('.pdf') || href.endsWith('.mp3')
          ? { attachmentId: ATTACHED, name: name + href.slice(-4), bytes: 3 }
          : undefined,
    };
    const html =
      '<p><a href="other%20note.html">that</a> and <a href="plan.pdf">plan</a></p><p><a href="s.mp3">hum</a></p><p><a href="gone.html">gone</a></p>';
    const { blocks, simplified } = read(html, options);
    expect(blocksAsLines(blocks)).toEqual([
      'paragraph {@that} and plan',
      'file[plan.pdf]',
      'audio[hum.mp3]',
      'paragraph gone',
    ]);
    expect(simplified).toEqual({ links: 1 });
  });

  it('to sounds and films beside the page, shown in it, are files too; far ones are addresses', () => {
    const file = (href: string) =>
      /^(?:s\.mp3|film|odd)/u.test(href) ? { attachmentId: ATTACHED, name: href, bytes: 3 } : undefined;
    const html =
      '<p>hear<audio controls src="s.mp3"><a href="s.mp3">download</a></audio></p><figure><audio><source src="odd.badext"></audio><figcaption>hum</figcaption></figure><video src="film.mp4"></video><video src="gone.mp4"></video><audio src="https://x.org/a.mp3"></audio><iframe src="javascript:alert(1)"></iframe>';
    const { blocks, simplified } = read(html, { file });
    expect(blocksAsLines(blocks)).toEqual([
      'paragraph hear',
      'audio[s.mp3]',
      'audio[odd.badext]',
      'paragraph hum',
      'file[film.mp4]',
      'paragraph {a https://x.org/a.mp3:https://x.org/a.mp3}',
    ]);
    expect(simplified).toEqual({ embeds: 3 });
  });
});

it('every block has an id of its own, whatever a page says its blocks are called', () => {
  const { blocks } = read('<p data-block-id="block-1">a</p><p data-block-id="block-1">b</p>');
  expect(blocks[0]?.id).toBe('block-1');
  expect(blocks[1]?.id).not.toBe('block-1');
  let count = 0;
  const same = read('<p>a</p><p>b</p>', { makeBlockId: () => `twice-${(count += 1) >> 1}` });
  expect(new Set(same.blocks.map(({ id }) => id)).size).toBe(2);
});
