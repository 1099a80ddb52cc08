import type { Inline, Mention, Text } from './document.ts';
import { isSafeUrl } from './document.ts';

/** How mentions and cards are written; see `HtmlOptions`. */
export interface HtmlMentionOptions {
  /** Where a mention leads, or `undefined` to leave it as words. Default: words only. */
  readonly mentionHref?: ((mention: Pick<Mention, 'kind' | 'id'>) => string | undefined) | undefined;
  /** What a mention is called today. Default: its label. */
  readonly mentionLabel?:
    | ((mention: Pick<Mention, 'kind' | 'id' | 'label'>) => string | undefined)
    | undefined;
}

export function inlinesHtml(children: readonly Inline[], options: HtmlMentionOptions): string {
  return children
    .map((child) => {
      if ('text' in child) return textHtml(child);
      if (child.type === 'mention') return mentionHtml(child, options);
      const inner = child.children.map(textHtml).join('');
      return isSafeUrl(child.url)
        ? `<a href="${escapeHtml(child.url)}" rel="noopener noreferrer">${inner}</a>`
        : inner;
    })
    .join('');
}

function mentionHtml(mention: Mention, options: HtmlMentionOptions): string {
  const label = `<bdi>${escapeHtml(options.mentionLabel?.(mention) ?? mention.label)}</bdi>`;
  const href = options.mentionHref?.(mention);
  const data = ` class="mention" data-kind="${mention.kind}" data-id="${escapeHtml(mention.id)}"`;
  return href === undefined || isScript(href)
    ? `<span${data}>${label}</span>`
    : `<a${data} href="${escapeHtml(href)}">${label}</a>`;
}

/** The caller's own addresses may be relative or `#anchors`; a scheme that runs code is refused even from there. */
export const isScript = (href: string): boolean => /^[\s\p{Cc}]*(?:javascript|data|vbscript):/iu.test(href);

// Outermost first. `code` innermost: text in it is literal.
const TAGS = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['highlight', 'mark'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['code', 'code'],
] as const;

function textHtml(run: Text): string {
  let html = escapeHtml(run.text).replace(/\n/g, '<br>');
  for (let index = TAGS.length - 1; index >= 0; index -= 1) {
    const tag = TAGS[index];
    if (tag && run[tag[0]]) html = `<${tag[1]}>${html}</${tag[1]}>`;
  }
  return html;
}

/** Text made safe in content and in quoted attributes. Control characters HTML has no words for are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
