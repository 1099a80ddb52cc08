// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../shared/richtext/document.ts';
import { escapeHtml, toHtml } from '../../shared/richtext/html-out.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import {
  ATTACHED,
  anyDocument,
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
const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

const ALLOWED = [
  'dir',
  'href',
  'rel',
  'class',
  'scope',
  'data-kind',
  'data-id',
  'data-tone',
  'data-width',
  'data-align',
  'data-part',
  'data-block',
  'start',
  'value',
];

describe('document as HTML', () => {
  it('writes each block with the direction it is shown in', () => {
    expect(toHtml(paragraphs('Hi', 'سلام', '1'))).toBe(
      '<p dir="ltr">Hi</p><p dir="rtl">سلام</p><p dir="rtl">1</p>',
    );
  });

  it('nests lists, also mixed and with a level left out', () => {
    expect(
      toHtml(
        documentOf(
          item('number', 0, 'a'),
          item('bullet', 1, 'b'),
          item('number', 0, 'c'),
          item('check', 0, 'd', true),
        ),
      ),
    ).toBe(
      '<ol><li dir="ltr">a<ul><li dir="ltr">b</li></ul></li><li dir="ltr">c</li></ol><ul><li dir="ltr"><span class="check">☑</span> d</li></ul>',
    );
    const from = (start: number, text: string): Block => ({ ...item('number', 0, text), start }) as Block;
    expect(toHtml(documentOf(from(3, 'a'), item('number', 0, 'b'), from(1, 'c')))).toBe(
      '<ol start="3"><li dir="ltr">a</li><li dir="ltr">b</li><li value="1" dir="ltr">c</li></ol>',
    );
    expect(toHtml(documentOf(item('bullet', 2, 'deep'), item('bullet', 0, 'flat')))).toBe(
      '<ul><li><ul><li><ul><li dir="ltr">deep</li></ul></li></ul></li><li dir="ltr">flat</li></ul>',
    );
  });

  it('nests marks, and breaks lines', () => {
    const children: Inline[] = [{ text: 'a\nb', bold: true, code: true, sup: true }];
    expect(toHtml(documentOf({ id: '', type: 'paragraph', children }))).toBe(
      '<p dir="ltr"><strong><sup><code>a<br>b</code></sup></strong></p>',
    );
  });

  it('puts headings below the heading of the page', () => {
    const heading: Block = { id: '', type: 'heading', level: 3, children: [{ text: 'x' }] };
    expect(toHtml(documentOf(heading))).toContain('<h4 ');
    expect(toHtml(documentOf(heading), { topHeading: 4 })).toContain('<h6 ');
    expect(toHtml(documentOf(heading), { idPrefix: 'b-' })).toContain('id="b-block-1"');
  });

  it('lets a mention lead where the caller says, and nowhere dangerous', () => {
    const document = documentOf({
      id: '',
      type: 'paragraph',
      children: [{ type: 'mention', kind: 'case', id: MENTIONED, label: 'Case <9>', children: [] }],
    });
    expect(toHtml(document)).toContain(
      `<span class="mention" data-kind="case" data-id="${MENTIONED}"><bdi>Case &lt;9&gt;</bdi></span>`,
    );
    expect(toHtml(document, { mentionHref: ({ id }) => `#${id}`, mentionLabel: () => 'Now' })).toContain(
      `<a class="mention" data-kind="case" data-id="${MENTIONED}" href="#${MENTIONED}"><bdi>Now</bdi></a>`,
    );
    expect(toHtml(document, { mentionHref: () => ' \u0001javascript:alert(1)' })).not.toContain('<a');
  });

  it('refuses a script as link even in a document nobody checked', () => {
    const document = documentOf({
      id: '',
      type: 'paragraph',
      children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ text: 'x' }] }],
    });
    expect(toHtml(document)).toBe('<p dir="ltr">x</p>');
  });

  it('keeps code as it is, the first line break included', () => {
    const code = (text: string): string =>
      toHtml(documentOf({ id: '', type: 'code', language: 'sh', children: [{ text }] }));
    expect(code('<b>&')).toBe('<pre dir="ltr"><code class="language-sh">&lt;b&gt;&amp;</code></pre>');
    expect(parse(code('\n\nx')).textContent).toBe('\n\nx');
  });

  it('holds every word and nothing that runs, whatever is written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const options = { mentionHref: ({ kind, id }: { kind: string; id: string }) => `#${kind}-${id}` };
        const body = parse(toHtml(document, options));
        const exact = parse(toHtml(document, { ...options, exact: true, mediaHref: () => 'x.bin' }));
        for (const block of document.blocks)
          expect(exact.querySelectorAll(`[data-block-id="${block.id}"]`)).toHaveLength(1);
        for (const element of body.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            expect(ALLOWED).toContain(name);
            if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|tel:|#)/u);
          }
        }
        for (const extra of body.querySelectorAll('.check, .missing')) extra.remove();
        for (const lineBreak of body.querySelectorAll('br')) lineBreak.replaceWith('\n');
        const squeeze = (text: string): string => text.replace(/\s/gu, '');
        expect(squeeze(body.textContent ?? '')).toBe(squeeze(document.blocks.map(blockText).join('')));
      }),
      { numRuns: 150 },
    );
  });

  const part = (name: string, text: string) => ({
    type: 'part' as const,
    part: name,
    children: [{ text }],
  });
  const judgement = {
    id: '',
    type: 'judgement',
    children: ['cue', 'expectation', 'action', 'why', 'exceptions'].map((name, at) => part(name, `${at}`)),
  } as unknown as Block;
  const labels = {
    callout: { info: 'Info', tip: 'Tip', warning: 'Watch <out>', never: 'Never' },
    judgement: { cue: 'See', expectation: 'Expect', action: 'Do', why: 'Why', exceptions: 'Except' },
    decision: decisionLabels('Question', 'When', 'Then'),
  };

  it('writes callouts, judgements and decisions with their names', () => {
    const callout: Block = { id: '', type: 'callout', tone: 'warning', children: [{ text: 'hot' }] };
    expect(toHtml(documentOf(callout), { labels })).toBe(
      '<aside class="callout" data-tone="warning" dir="ltr"><p class="callout-name"><bdi>Watch &lt;out&gt;</bdi></p><p>hot</p></aside>',
    );
    expect(toHtml(documentOf(callout))).not.toContain('callout-name');
    const body = parse(toHtml(documentOf(judgement), { labels }));
    expect([...body.querySelectorAll('dt')].map((dt) => dt.textContent)).toEqual(
      Object.values(labels.judgement),
    );
    expect([...body.querySelectorAll('dd')].map((dd) => dd.textContent)).toEqual(['0', '1', '2', '3', '4']);
    const decision = {
      id: '',
      type: 'decision',
      children: [part('question', 'q'), part('when', 'w'), part('then', 't')],
    } as unknown as Block;
    expect(toHtml(documentOf(decision), { labels })).toBe(
      '<dl class="decision" data-block="decision" dir="ltr"><div data-part="question"><dt><bdi>Question</bdi></dt><dd dir="auto">q</dd></div><div data-part="when"><dt><bdi>When</bdi></dt><dd dir="auto">w</dd></div><div data-part="then"><dt><bdi>Then</bdi></dt><dd dir="auto">t</dd></div></dl>',
    );
  });

  it('writes tables with and without a header row', () => {
    const table = (header: boolean): Block => ({
      id: '',
      type: 'table',
      header,
      children: [
        { type: 'row', children: [{ type: 'cell', align: 'end', children: [{ text: 'a' }] }] },
        { type: 'row', children: [{ type: 'cell', children: [{ text: 'ب' }] }] },
      ],
    });
    expect(toHtml(documentOf(table(true)))).toBe(
      '<table dir="ltr"><thead><tr><th scope="col" dir="auto" data-align="end">a</th></tr></thead><tbody><tr><td dir="auto">ب</td></tr></tbody></table>',
    );
    expect(toHtml(documentOf(table(false)))).toBe(
      '<table dir="ltr"><tbody><tr><td dir="auto" data-align="end">a</td></tr><tr><td dir="auto">ب</td></tr></tbody></table>',
    );
  });

  it('shows pictures, sounds and files from where the caller says, else their names', () => {
    const media = (type: 'image' | 'file' | 'audio'): Block =>
      ({
        id: '',
        type,
        attachmentId: ATTACHED,
        name: 'a"b.png',
        ...(type === 'image' ? { alt: 'a <pump>', width: 60, pixels: { width: 4, height: 3 } } : {}),
        ...(type === 'file' ? { bytes: 7 } : {}),
        children: [{ text: 'cap' }],
      }) as Block;
    const at = (type: 'image' | 'file' | 'audio', href?: string): string =>
      toHtml(documentOf(media(type)), { mediaHref: () => href });
    expect(at('image', 'data:image/png;base64,AA==')).toBe(
      '<figure class="image" dir="ltr" data-width="60"><img src="data:image/png;base64,AA==" alt="a &lt;pump&gt;" width="4" height="3" data-name="a&quot;b.png"><figcaption>cap</figcaption></figure>',
    );
    expect(at('audio', 'attachments/a.ogg')).toContain(
      '<audio controls src="attachments/a.ogg" data-name="a&quot;b.png"></audio>',
    );
    expect(at('file', 'attachments/a.pdf')).toContain(
      '<a href="attachments/a.pdf" download="a&quot;b.png" data-bytes="7"><bdi>a&quot;b.png</bdi></a>',
    );
    expect(at('image')).toContain('<span class="missing"><bdi>a &lt;pump&gt;</bdi></span>');
    for (const bad of ['data:image/svg+xml;base64,AA==', 'data:text/html,x', 'javascript:x()'])
      expect(at('image', bad), bad).not.toContain('src=');
  });

  it('writes a card with its kind and id', () => {
    const card: Block = {
      id: '',
      type: 'record',
      kind: 'case',
      recordId: MENTIONED,
      label: 'Case 9',
      children: [],
    };
    expect(toHtml(documentOf(card))).toBe(
      `<p class="record" dir="ltr" data-kind="case" data-id="${MENTIONED}"><bdi>Case 9</bdi></p>`,
    );
    expect(toHtml(documentOf(card), { mentionHref: () => '#x' })).toContain(
      '<a href="#x"><bdi>Case 9</bdi></a>',
    );
  });

  it('notes what only Heirloom reads back when asked to', () => {
    const document = documentOf(
      { id: 'p', dir: 'rtl', type: 'paragraph', children: [{ text: 'a' }] },
      { ...item('check', 2, 'b'), id: 'i' },
    );
    expect(toHtml(document, { exact: true })).toBe(
      '<p dir="rtl" data-dir-set data-block-id="p">a</p><ul><li><ul><li><ul><li dir="ltr" data-block-id="i" data-depth="2"><span class="check">☐</span> b</li></ul></li></ul></li></ul>',
    );
  });

  it('escapes for content and for attributes, and drops what HTML cannot hold', () => {
    expect(escapeHtml(`<img src="x" onerror='a()'>&\u0000\u0007`)).toBe(
      '&lt;img src=&quot;x&quot; onerror=&#39;a()&#39;&gt;&amp;',
    );
  });
});
