// Pages made to break whoever reads them, and any page at all, through the one reader of HTML.
import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { documentSchema, lowestVersion } from '../../shared/richtext/document.ts';
import { blocksFromHast, type HtmlBlocks } from '../../shared/richtext/html-in/blocks-from-hast.ts';
import { picturesIn } from '../../shared/richtext/html-in/pictures.ts';
import type { HtmlInOptions } from '../../shared/richtext/html-in/reader.ts';
import { READ_ATTRIBUTES } from '../../shared/richtext/html-in/tree.ts';
import { toHtml } from '../../shared/richtext/html-out.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { ATTACHED, MENTIONED } from '../support/rich-text-builders.ts';

let made = 0;
const makeBlockId = (): string => `made-${(made += 1)}`;
const read = (html: string, options: Partial<HtmlInOptions> = {}): HtmlBlocks =>
  blocksFromHast(fromHtml(html, { fragment: false }), { makeBlockId, ...options });
const isValid = ({ blocks }: Pick<HtmlBlocks, 'blocks'>): boolean =>
  documentSchema.safeParse({ version: lowestVersion(blocks), blocks }).success;

const MUTATIONS = [
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<template><a href="javascript:alert(1)">x</a></template>',
  '<a href="&#x6A;avascript&colon;alert(1)">x</a>',
  '<a href="\tjava\nscript:alert(1)">x</a>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<object data="javascript:alert(1)">x</object>',
  '<isindex action=javascript:alert(1)><keygen autofocus onfocus=alert(1)>',
  '<a xlink:href="javascript:alert(1)">x</a>',
];

describe('hostile pages', () => {
  it.each(MUTATIONS)('leave nothing that runs: %s', (html) => {
    const result = read(html);
    expect(isValid(result)).toBe(true);
    const links = JSON.stringify(result.blocks).match(/"url":"[^"]*"/gu) ?? [];
    expect(links.filter((link) => !/^"url":"https?:/u.test(link))).toEqual([]);
    expect(toHtml({ version: 2, blocks: result.blocks })).not.toMatch(
      /<(?:script|img|svg|style|iframe)|\son\w+=/iu,
    );
  });

  it('of ten thousand levels are read as far as anybody would', () => {
    for (const tag of [
      'div',
      'ul><li',
      'blockquote',
      'b',
      'table><tr><td',
      'span style="color:red"',
      'dl><dd',
    ]) {
      let root: Root | Element = { type: 'root', children: [] };
      const [outer = '', ...inner] = tag.split('><');
      const top = root;
      for (let level = 0; level < 10_000; level += 1) {
        for (const name of [outer, ...inner]) {
          const next: Element = {
            type: 'element',
            tagName: name.split(' ')[0] ?? '',
            properties: {},
            children: [],
          };
          (root.children as ElementContent[]).push(next);
          root = next;
        }
      }
      (root.children as ElementContent[]).push({ type: 'text', value: 'deep' });
      const result = blocksFromHast(top as Root, { makeBlockId });
      expect(isValid(result)).toBe(true);
      expect(result.blocks.map(blockText).join('')).toContain('deep');
      expect(result.simplified.structure).toBeGreaterThan(0);
      expect(picturesIn(top as Root)).toEqual([]);
    }
  });

  it('of more paragraphs than a document holds say how many were left out', () => {
    const { blocks, simplified } = read('<p>x'.repeat(20_050));
    expect(blocks).toHaveLength(20_000);
    expect(simplified).toEqual({ blocks: 50 });
  });

  const names = fc.constantFrom(
    ...'p div span b i a ul ol li table thead tbody tr td th caption h1 h5 blockquote pre code img figure figcaption'.split(
      ' ',
    ),
    ...'dl dt dd div aside input br hr sup del ins math svg iframe video q rt ruby details summary form button'.split(
      ' ',
    ),
  );
  const values = fc.constantFrom(
    'rtl',
    'ltr',
    'checkbox',
    '2',
    '-1',
    '70000',
    'true',
    'https://x.org/',
    'javascript:alert(1)',
    'callout',
    'mention',
    'record',
    'image',
    'file',
    'audio',
    'markdown-alert markdown-alert-tip',
    'case',
    MENTIONED,
    'judgement',
    'decision',
    'cue',
    'when',
    'question',
    'warning',
    'block-1',
    'mso-list:l0 level9 lfo1',
    'font-weight:bold;mso-list:Ignore',
    'mso-element:footnote-list',
    'mso-element:comment-list',
    'white-space:pre',
    'display:none',
    'data:image/png;base64,AA==',
  );
  const properties = fc.dictionary(
    fc.constantFrom(...READ_ATTRIBUTES.values()),
    fc.oneof(
      values,
      fc.integer(),
      fc.boolean(),
      fc.array(values, { maxLength: 2 }),
      fc.string({ maxLength: 5 }),
    ),
    { maxKeys: 4 },
  );
  const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.record({
        type: fc.constant('text' as const),
        value: fc.oneof(
          fc.constantFrom('word', ' ', '\n', 'سلام', '☐ box', '💡 idea', '\u0000'),
          fc.string({ maxLength: 4 }),
        ),
      }),
      fc.record({
        type: fc.constant('element' as const),
        tagName: names,
        properties,
        children: fc.array(tie('node'), { maxLength: 4 }),
      }),
      fc.record({ type: fc.constant('comment' as const), value: fc.string({ maxLength: 4 }) }),
    ),
  }));

  it('of any shape give a valid document', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), fc.boolean(), (children, keeps) => {
        const result = blocksFromHast(
          { type: 'root', children },
          {
            makeBlockId,
            ...(keeps
              ? {
                  picture: () => ({ attachmentId: ATTACHED, name: 'p.png' }),
                  file: () => ({ attachmentId: ATTACHED, name: 'f.pdf', bytes: 1 }),
                  resolve: () => ({ id: MENTIONED, title: 'T' }),
                }
              : {}),
          },
        );
        expect(isValid(result)).toBe(true);
        expect(JSON.stringify(result.blocks)).not.toMatch(/"url":"(?!https?:|mailto:|tel:)/u);
      }),
      { numRuns: 400 },
    );
  });
});
