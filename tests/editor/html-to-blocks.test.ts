// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFragment, writeFragment } from '../../renderer/editor/paste/fragment.ts';
import { htmlToBlocks } from '../../renderer/editor/paste/html-to-blocks.ts';
import { textToBlocks } from '../../renderer/editor/paste/text-to-blocks.ts';
import { cleanText } from '../../shared/richtext/clean-text.ts';
import {
  documentSchema,
  FIRST_BLOCK_TYPES,
  lowestVersion,
  type RichText,
} from '../../shared/richtext/document.ts';
import { toHtml } from '../../shared/richtext/html-out.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { anyDocument, documentOf } from '../support/rich-text-builders.ts';

let made = 0;
const makeBlockId = () => `paste-${(made += 1)}`;
const read = (html: string): RichText => {
  const { blocks } = htmlToBlocks(html, makeBlockId);
  return { version: lowestVersion(blocks), blocks };
};
const lines = (html: string): string[] =>
  read(html).blocks.map((block) => `${block.type} ${blockText(block)}`);

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" \u0001java\nscript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="https:evil">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button>go</button><input value="secret"></form>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="https://evil.example/"><a href="x">relative</a>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example"; body{background:url(javascript:alert(1))}</style>',
  '<p style="background:url(https://evil.example/track)">x</p>',
  '<p onclick=alert(1) onmouseover=alert(1) id="location">x</p>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)><summary>s</summary>x</details>',
  '<textarea></textarea><script>alert(1)</script>',
  '<select><option>1<script>alert(1)</script></select>',
  '<xmp><script>alert(1)</script></xmp>',
  '<p data-slate-fragment="W3sidHlwZSI6ImV2aWwifV0=">x</p>',
];

describe('HTML from elsewhere', () => {
  it.each(HOSTILE)('leaves nothing that runs: %s', (html) => {
    const document = read(html);
    expect(documentSchema.safeParse(document).success).toBe(true);
    const json = JSON.stringify(document);
    expect(json).not.toMatch(/javascript:|data:text|vbscript:|evil\.example|onerror|"secret"/iu);
    expect(toHtml(document)).not.toMatch(/<script|<img|<svg|<iframe| on\w+=/iu);
  });

  it('gives valid blocks for anything at all', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<ul>',
        '<li>',
        '</li>',
        '</ul>',
        '<ol>',
        '<b>',
        '</b>',
        '<a href="https://x.org">',
        '</a>',
        '<td>',
        '<table>',
        '<tr>',
        '<pre>',
        '</pre>',
        '<blockquote>',
        '<h1>',
        '</h1>',
        '<br>',
        '<hr>',
        '<input type=checkbox checked>',
        '<img alt="a pump">',
        '&nbsp;',
        ' ',
        '\n',
        'word',
        '<span style="font-weight:bold;mso-list:l0 level3">',
        '</span>',
        '<',
        '>',
        '&',
        '<!--',
        '-->',
        '<div dir=rtl>',
        '</div>',
        'سلام',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(documentSchema.safeParse(read(pieces.join(''))).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('bears deep nesting, and lists deeper than a document holds', () => {
    expect(lines(`${'<div>'.repeat(3000)}deep`)).toEqual(['paragraph deep']);
    const lists = read(`${'<ul><li>x'.repeat(30)}`);
    expect(documentSchema.safeParse(lists).success).toBe(true);
    expect(lists.blocks).toHaveLength(30);
    expect(lines(`${'<blockquote>'.repeat(3000)}<script>alert(1)</script>deep`).join('')).toContain('deep');
  });

  it('leaves a page larger than any note to its plain text', () => {
    expect(read(`<p>${'x'.repeat(13_000_000)}</p>`).blocks).toEqual([]);
  });

  it('reads what we write: words, kinds and marks come back', () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const document = documentOf(...any.blocks.filter(({ type }) => FIRST_BLOCK_TYPES.has(type)));
        const back = read(toHtml(document));
        const squeeze = (each: RichText): string =>
          each.blocks
            .map((block) => blockText(block))
            .join('')
            .replace(/[\s☑☐]/gu, '');
        expect(squeeze(back)).toBe(squeeze(document));
      }),
      { numRuns: 100 },
    );
  });

  it('counts what could not be kept', () => {
    const { simplified } = htmlToBlocks(
      '<img alt="a"><img><table><tr><td>1</td><td>2</td></tr></table><table><tr><td>only layout</td></tr></table>',
      makeBlockId,
    );
    expect(simplified).toEqual({ pictures: 2 });
  });

  it.each([
    [
      'a page',
      '<html><head><title>T</title></head><body><!--StartFragment--><p>a</p><!--EndFragment--></body></html>',
      ['paragraph a'],
    ],
    ['words without blocks', 'just <i>words</i>', ['paragraph just words']],
    ['text beside blocks', 'before<p>in</p>after', ['paragraph before', 'paragraph in', 'paragraph after']],
    ['headings of every level', '<h1>a</h1><h4>b</h4><h6>c</h6>', ['heading a', 'heading b', 'heading c']],
    [
      'two paragraphs in one item',
      '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>',
      ['list-item a\nb', 'list-item c'],
    ],
    [
      'a list put into a list without an item',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      ['list-item a', 'list-item b'],
    ],
    [
      'a row of a spreadsheet',
      '<table><tr><td>1</td><td>2</td></tr><tr><td><p>3</p></td><td></td></tr></table>',
      ['table 1\t2\n3\t'],
    ],
    ['code with a language', '<pre><code class="language-sh">a\n  b</code></pre>', ['code a\n  b']],
    ['white space that counts', '<p style="white-space:pre-wrap">a  b\nc</p>', ['paragraph a  b\nc']],
    ['hidden text', '<p style="display:none">no</p><p hidden>no</p><p>yes</p>', ['paragraph yes']],
    ['nothing', '', []],
    ['only spaces', '<p> &nbsp; </p>\n<div></div>', []],
  ])('reads %s', (_name, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  it('keeps a direction only where the letters would not say so themselves', () => {
    const dirs = read(
      '<p dir="rtl">سلام</p><p dir="rtl">Hello</p><div dir="rtl"><p>OK</p></div><p dir="auto">Hi</p>',
    ).blocks.map(({ dir }) => dir);
    expect(dirs).toEqual([undefined, 'rtl', 'rtl', undefined]);
  });
});

describe('text from elsewhere', () => {
  it('makes a paragraph of each line and drops what no keyboard types', () => {
    expect(textToBlocks('a\r\n\r\nb\rc\u2028d\u0000\u0007', makeBlockId).map(blockText)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(textToBlocks(' \n\t\n', makeBlockId)).toEqual([]);
  });

  it('keeps joiners, direction marks, tabs and letters of every script', () => {
    const text = 'می‌خواهم\u200f\tที่ 水 👩‍🔧';
    expect(cleanText(text)).toBe(text);
  });
});

describe('our own clipboard', () => {
  it('gives back what was copied', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(readFragment(writeFragment(document))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"version":1,"blocks":[{"id":"x"}]}',
    '{"version":9,"blocks":[]}',
    '{"version":1,"blocks":[],"__proto__":{"polluted":true}}',
  ])('refuses %j', (json) => {
    expect(readFragment(json)).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
