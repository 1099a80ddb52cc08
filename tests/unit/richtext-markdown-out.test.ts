import fc from 'fast-check';
import type { Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { canonicalInlines } from '../../shared/richtext/canonical.ts';
import {
  type Block,
  FIRST_BLOCK_TYPES,
  type Inline,
  type Mark,
  type RichText,
  type Text,
} from '../../shared/richtext/document.ts';
import { mentionHref, toMarkdown } from '../../shared/richtext/markdown-out.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import {
  ATTACHED,
  anyDocument,
  anyText,
  decisionLabels,
  documentOf,
  MENTIONED,
  paragraphs,
} from '../support/rich-text-builders.ts';

const item = (style: 'bullet' | 'number' | 'check', depth: number, text: string, checked?: true): Block => ({
  id: '',
  type: 'list-item',
  style,
  depth,
  ...(checked ? { checked } : {}),
  children: [{ text }],
});
const one = (...children: Inline[]): RichText => documentOf({ id: '', type: 'paragraph', children });
const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const TAGS: Readonly<Record<string, Mark>> = {
  strong: 'bold',
  em: 'italic',
  del: 'strike',
  u: 'underline',
  mark: 'highlight',
  sub: 'sub',
  sup: 'sup',
};

/** Reads phrasing back into runs, the tags of the marks Markdown has no sign for included. */
function runsOf(nodes: readonly PhrasingContent[], outer: readonly Mark[] = []): Text[] {
  const runs: Text[] = [];
  let open: Mark[] = [...outer];
  const push = (text: string, marks: readonly Mark[]): void => {
    const run: Text = { text };
    for (const mark of marks) run[mark] = true;
    runs.push(run);
  };
  for (const node of nodes) {
    if (node.type === 'text') push(node.value, open);
    else if (node.type === 'break') push('\n', open);
    else if (node.type === 'inlineCode') push(node.value, [...open, 'code']);
    else if (node.type === 'strong') runs.push(...runsOf(node.children, [...open, 'bold']));
    else if (node.type === 'emphasis') runs.push(...runsOf(node.children, [...open, 'italic']));
    else if (node.type === 'delete') runs.push(...runsOf(node.children, [...open, 'strike']));
    else if (node.type === 'link') runs.push(...runsOf(node.children, open));
    else if (node.type === 'html') {
      const tag = /^<(\/?)(\w+)(?: \/)?>$/u.exec(node.value);
      const mark = TAGS[tag?.[2] ?? ''];
      if (node.value === '<br />') push('\n', open);
      else if (!mark) throw new Error(`unexpected html ${node.value}`);
      else if (tag?.[1]) open = open.toSpliced(open.lastIndexOf(mark), 1);
      else open = [...open, mark];
    } else throw new Error(`unexpected ${node.type}`);
  }
  return canonicalInlines(runs) as Text[];
}

describe('document as Markdown', () => {
  it('writes every kind of block', () => {
    const document = documentOf(
      { id: '', type: 'heading', level: 2, children: [{ text: 'Title' }] },
      item('number', 0, 'one'),
      item('bullet', 1, 'nested'),
      item('check', 2, 'done', true),
      item('number', 0, 'two'),
      { id: '', type: 'quote', children: [{ text: 'said' }] },
      { id: '', type: 'quote', children: [{ text: 'again' }] },
      { id: '', type: 'code', language: 'sh', children: [{ text: 'a\n```\nb' }] },
      { id: '', type: 'divider', children: [] },
      { id: '', type: 'paragraph', children: [{ text: '' }] },
      { id: '', type: 'paragraph', children: [{ text: 'a\nb' }] },
    );
    expect(toMarkdown(document)).toBe(
      [
        '## Title',
        '',
        '1. one',
        '   - nested',
        '     - [x] done',
        '2. two',
        '',
        '> said',
        '>',
        '> again',
        '',
        '````sh',
        'a',
        '```',
        'b',
        '````',
        '',
        '***',
        '',
        'a\\',
        'b',
        '',
      ].join('\n'),
    );
    expect(toMarkdown({ version: 1, blocks: [] })).toBe('');
  });

  it.each([
    [[{ text: 'a ' }, { text: 'b', bold: true }, { text: ' c' }], 'a **b** c\n'],
    [[{ text: 'both', bold: true, italic: true }], '***both***\n'],
    [
      [
        { text: 'a', bold: true },
        { text: 'b', bold: true, strike: true },
      ],
      '**a~~b~~**\n',
    ],
    [[{ text: '你好。', bold: true }, { text: '世界' }], '<strong>你好。</strong>世界\n'],
    [[{ text: ' spaced ', bold: true }], '<strong> spaced </strong>\n'],
    [[{ text: 'H' }, { text: '2', sub: true }, { text: 'O' }], 'H<sub>2</sub>O\n'],
    [[{ text: 'a `b`', code: true }], '`` a `b` ``\n'],
    [[{ text: 'snake_case and _edge_' }], 'snake_case and \\_edge\\_\n'],
    [[{ text: '- no list' }], '\\- no list\n'],
    [[{ text: '1. no list' }], '1\\. no list\n'],
    [[{ text: '# no heading\n## neither' }], '\\# no heading\\\n\\## neither\n'],
    [[{ text: 'see https://x.org' }], 'see https\\://x.org\n'],
    [
      [{ type: 'link' as const, url: 'https://x.org/a b)', children: [{ text: 'x]' }] }],
      '[x\\]](<https://x.org/a b)>)\n',
    ],
  ] satisfies [Inline[], string][])('%j', (children, expected) => {
    expect(toMarkdown(one(...children))).toBe(expected);
  });

  const part = (name: string, text: string) => ({ type: 'part', part: name, children: [{ text }] });

  it('writes callouts, judgements and decisions as quotes with a name', () => {
    const callout: Block = { id: '', type: 'callout', tone: 'never', children: [{ text: '- a\nb' }] };
    expect(toMarkdown(documentOf(callout))).toBe('> [!CAUTION]\n> \\- a\\\n> b\n');
    const judgement = {
      id: '',
      type: 'judgement',
      children: [
        part('cue', 'hum'),
        part('expectation', ''),
        part('action', 'a\nb'),
        part('why', '*'),
        part('exceptions', 'x'),
      ],
    } as unknown as Block;
    expect(toMarkdown(documentOf(judgement))).toBe(
      [
        '> [!JUDGEMENT]',
        '>',
        '> - **cue:** hum',
        '> - **expectation:**',
        '> - **action:** a\\',
        '>   b',
        '> - **why:** \\*',
        '> - **exceptions:** x',
        '',
      ].join('\n'),
    );
    const decision = {
      id: '',
      type: 'decision',
      children: [part('question', 'q'), part('when', 'w'), part('then', 't')],
    } as unknown as Block;
    const labels = {
      callout: { info: '', tip: '', warning: '', never: '' },
      judgement: { cue: '', expectation: '', action: '', why: '', exceptions: '' },
      decision: decisionLabels('پرسش', 'When*', 'Then'),
    };
    expect(toMarkdown(documentOf(decision), { labels })).toBe(
      '> [!DECISION]\n>\n> - **پرسش:** q\n> - **When\\*:** w\n> - **Then:** t\n',
    );
  });

  it('writes lists that begin anywhere, and parts those that begin anew', () => {
    const item = (text: string, start?: number, depth = 0): Block =>
      ({
        id: '',
        type: 'list-item',
        style: 'number',
        depth,
        ...(start === undefined ? {} : { start }),
        children: [{ text }],
      }) as Block;
    expect(toMarkdown(documentOf(item('a', 3), item('b'), item('c', 1), item('d'), item('e', 9)))).toBe(
      '3. a\n4. b\n\n1) c\n2) d\n\n9. e\n',
    );
    // One that does not begin at one would be read as more words of the item above.
    expect(toMarkdown(documentOf(item('a'), item('b', 5, 1), item('c')))).toBe('1. a\n\n   5. b\n2. c\n');
    expect(toMarkdown(documentOf(item('a', 999_999_999), item('b')))).toBe('999999999. a\n999999999. b\n');
  });

  it('writes tables with a header row, as GitHub must have one', () => {
    const cell = (text: string, align?: 'start' | 'center' | 'end', code?: true) => ({
      type: 'cell' as const,
      ...(align ? { align } : {}),
      children: [code ? { text, code } : { text }],
    });
    const row = (...children: ReturnType<typeof cell>[]) => ({ type: 'row' as const, children });
    const rows = [
      row(cell('a|b', 'center'), cell('c', 'end')),
      row(cell('x|y', 'center', true), cell('1\n2')),
      row(cell('z', 'center')),
    ];
    const table = (header: boolean): Block => ({ id: '', type: 'table', header, children: rows });
    expect(toMarkdown(documentOf(table(true)))).toBe(
      ['| a\\|b | c |', '| :---: | --- |', '| `x\\|y` | 1<br>2 |', '| z |  |', ''].join('\n'),
    );
    expect(toMarkdown(documentOf(table(false)))).toBe(
      ['|  |  |', '| :---: | --- |', '| a\\|b | c |', '| `x\\|y` | 1<br>2 |', '| z |  |', ''].join('\n'),
    );
    const [parsed] = parse(toMarkdown(documentOf(table(true)))).children;
    expect(parsed?.type).toBe('table');
    expect(textOf(parsed as Nodes)).toBe('a|bcx|y12z');
  });

  it('writes pictures, files, sounds and cards alone in a paragraph', () => {
    const shown = { id: '', attachmentId: ATTACHED, name: 'a [b].pdf' };
    const caption: Inline[] = [{ text: 'say "hi"\n', bold: true }, { text: 'there' }];
    const document = documentOf(
      { ...shown, type: 'image', alt: 'a ]pump', children: caption },
      { ...shown, type: 'file', bytes: 7, children: [] },
      { ...shown, type: 'audio', children: [] },
      { id: '', type: 'record', kind: 'case', recordId: MENTIONED, label: 'Case 9', children: [] },
    );
    expect(toMarkdown(document)).toBe(
      [
        `![a \\]pump](heirloom:attachment/${ATTACHED} "say \\"hi\\" there")`,
        `[a \\[b\\].pdf](heirloom:attachment/${ATTACHED})`,
        `[a \\[b\\].pdf](heirloom:attachment/${ATTACHED})`,
        `[Case 9](heirloom:case/${MENTIONED}#card)`,
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
    expect(toMarkdown(document, { mediaHref: ({ name }) => `attachments/${name}` })).toContain(
      '![a \\]pump](<attachments/a [b].pdf> ',
    );
  });

  it('writes a mention as a link of its own, or as the caller says', () => {
    const mention: Inline = { type: 'mention', kind: 'case', id: MENTIONED, label: 'Case [9]', children: [] };
    expect(toMarkdown(one(mention))).toBe(`[Case \\[9\\]](heirloom:case/${MENTIONED})\n`);
    expect(toMarkdown(one(mention), { mentionHref: () => undefined, mentionLabel: () => 'Now' })).toBe(
      'Now\n',
    );
    expect(mentionHref({ kind: 'note', id: MENTIONED })).toBe(`heirloom:note/${MENTIONED}`);
  });

  it('reads back as the same words and marks', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (runs) => {
        fc.pre(
          runs
            .map(({ text }) => text)
            .join('')
            .trim() !== '',
        );
        // A break inside code is written as two pieces of code; what is code and what is not stays the same.
        const expected = canonicalInlines(runs.flatMap(asMarkdownHolds)) as Text[];
        const markdown = toMarkdown(one(...runs));
        const paragraph = parse(markdown).children;
        expect(
          paragraph.map(({ type }) => type),
          markdown,
        ).toEqual(['paragraph']);
        const read = runsOf((paragraph[0] as { children: PhrasingContent[] }).children);
        expect(read.flatMap(asMarkdownHolds).reduce(join, []), markdown).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every word of every document, and its blocks apart', () => {
    const squeeze = (text: string): string => text.replace(/[\s\u00a0]/gu, '');
    fc.assert(
      fc.property(anyDocument, (any) => {
        // The others come with words of the format; their forms have tests of their own.
        const document = documentOf(...any.blocks.filter(({ type }) => FIRST_BLOCK_TYPES.has(type)));
        const markdown = toMarkdown(document);
        expect(squeeze(textOf(parse(markdown))), markdown).toBe(
          squeeze(document.blocks.map(blockText).join('')),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never makes anything but paragraphs of paragraphs', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyText, { minLength: 1, maxLength: 3 })
          .map((runs) => runs.map(({ text }) => text).join('')),
        (text) => {
          fc.pre(text.trim() !== '');
          const types = parse(toMarkdown(paragraphs(text, 'next'))).children.map(({ type }) => type);
          expect(types).toEqual(['paragraph', 'paragraph']);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** What Markdown cannot tell: whether white space is marked, and whether a break is code. */
function asMarkdownHolds(run: Text): Text[] {
  return run.text
    .split(/(\s+)/u)
    .map((part) => (/^\s*$/u.test(part) ? { text: part } : { ...run, text: part }));
}

function join(runs: Text[], run: Text): Text[] {
  return canonicalInlines([...runs, run]) as Text[];
}

function textOf(node: Nodes): string {
  if (node.type === 'html') return /^<\/?\w+(?: \/)?>$/u.test(node.value) ? '' : node.value;
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(textOf).join('') : '';
}
