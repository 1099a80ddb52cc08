import { type Inline, isSafeUrl, type Text } from '../../shared/richtext/document.ts';
import type { OdtStyleBook } from './odt-styles.ts';
import { xmlText } from './office.ts';

/** Text made safe in content and in quoted attributes. */
export const escapeXml = (text: string): string =>
  xmlText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');

export type OdtLine = {
  readonly book: OdtStyleBook;
  readonly language: string;
  readonly bookmarkOf: (id: string) => string | undefined;
  readonly labelOf: (id: string, label: string) => string;
};

/** The runs of a line as XML. */
export function lineOdt(children: readonly Inline[], line: OdtLine): string {
  let xml = '';
  // White space at the beginning, at the end and after white space counts only as an element of its own.
  const state = { afterSpace: true };
  for (const child of children) {
    if ('text' in child) xml += runOdt(child, line, state);
    else if (child.type === 'link') {
      const inner = child.children.map((run) => runOdt(run, line, state)).join('');
      xml += isSafeUrl(child.url) ? linkOdt(child.url, inner) : inner;
    } else {
      const inner = runOdt({ text: line.labelOf(child.id, child.label) }, line, state);
      const bookmark = line.bookmarkOf(child.id);
      xml += bookmark === undefined ? inner : linkOdt(`#${bookmark}`, inner);
    }
  }
  return xml.replace(/ ((?:<\/text:(?:span|a)>)*)$/, '<text:s/>$1');
}

const linkOdt = (href: string, inner: string): string =>
  `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${inner}</text:a>`;

function runOdt(run: Text, { book, language }: OdtLine, state: { afterSpace: boolean }): string {
  const style = book.text(run, language);
  const inner = textOdt(run.text, state);
  return style === '' || inner === '' ? inner : `<text:span text:style-name="${style}">${inner}</text:span>`;
}

function textOdt(text: string, state: { afterSpace: boolean }): string {
  let xml = '';
  for (const part of xmlText(text).match(/ +|\t|\n|[^ \t\n]+/g) ?? []) {
    if (part === '\n') xml += '<text:line-break/>';
    else if (part === '\t') xml += '<text:tab/>';
    else if (part.startsWith(' ')) {
      const extra = state.afterSpace ? part.length : part.length - 1;
      xml += `${state.afterSpace ? '' : ' '}${extra > 0 ? `<text:s text:c="${extra}"/>` : ''}`;
    } else xml += escapeXml(part);
    state.afterSpace = part === '\n' || part.startsWith(' ');
  }
  return xml;
}
