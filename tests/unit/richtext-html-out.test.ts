// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../shared/richtext/document.ts';
import { escapeHtml, toHtml } from '../../shared/richtext/html-out.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { anyDocument, documentOf, MENTIONED, paragraphs } from '../support/rich-text-builders.ts';

const item = (style: 'bullet' | 'number' | 'check', depth: number, text: string, checked?: true): Block => ({
  id: '',
  type: 'list-item',
  style,
  depth,
  ...(checked ? { checked } : {}),
  children: [{ text }],
});
const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

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
      '<span class="mention" data-kind="case"><bdi>Case &lt;9&gt;</bdi></span>',
    );
    expect(toHtml(document, { mentionHref: ({ id }) => `#${id}`, mentionLabel: () => 'Now' })).toContain(
      `<a class="mention" data-kind="case" href="#${MENTIONED}"><bdi>Now</bdi></a>`,
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
        const body = parse(toHtml(document, { mentionHref: ({ kind, id }) => `#${kind}-${id}` }));
        for (const element of body.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            expect(['dir', 'href', 'rel', 'class', 'data-kind']).toContain(name);
            if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|tel:|#)/u);
          }
        }
        for (const box of body.querySelectorAll('.check')) box.remove();
        for (const lineBreak of body.querySelectorAll('br')) lineBreak.replaceWith('\n');
        const squeeze = (text: string): string => text.replace(/\s/gu, '');
        expect(squeeze(body.textContent ?? '')).toBe(squeeze(document.blocks.map(blockText).join('')));
      }),
      { numRuns: 150 },
    );
  });

  it('escapes for content and for attributes, and drops what HTML cannot hold', () => {
    expect(escapeHtml(`<img src="x" onerror='a()'>&\u0000\u0007`)).toBe(
      '&lt;img src=&quot;x&quot; onerror=&#39;a()&#39;&gt;&amp;',
    );
  });
});
