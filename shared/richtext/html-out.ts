import { type Direction, resolveDirections } from './direction.ts';
import type { Block, Inline, Mention, RichText, Text } from './document.ts';
import { isSafeUrl } from './document.ts';
import { linesOf } from './walk.ts';

export interface HtmlOptions {
  /** Where a mention leads, or `undefined` to leave it as words. Default: words only. */
  readonly mentionHref?: (mention: Mention) => string | undefined;
  /** What a mention is called today. Default: its label. */
  readonly mentionLabel?: (mention: Mention) => string | undefined;
  /** Level of the document's own first heading: 2 when the page has a title of its own (the default). 1 to 4. */
  readonly topHeading?: 1 | 2 | 3 | 4;
  /** Prefix of the `id` of each block, so that a link can point at it; no ids without. */
  readonly idPrefix?: string;
}

/**
 * The document as HTML: semantic elements, every character escaped, each block with the direction it is shown in.
 * Addresses that are not http, https, mailto or tel leave only their words, also if the document was never checked.
 */
export function toHtml(document: RichText, options: HtmlOptions = {}): string {
  const directions = resolveDirections(document.blocks);
  let html = '';
  let lists: ('ul' | 'ol')[] = [];
  document.blocks.forEach((block, index) => {
    if (block.type === 'list-item') {
      const tag = block.style === 'number' ? 'ol' : 'ul';
      html += openItem(lists, tag, block.depth + 1);
      html += `<li${attributes(block, directions[index], options)}>${check(block)}${inlines(block.children, options)}`;
      return;
    }
    html += closeLists(lists, 0);
    lists = [];
    html += blockHtml(block, directions[index], options);
  });
  return html + closeLists(lists, 0);
}

/** Opens and closes lists until one of the wanted kind is open at the wanted level; an item stays open for its children. */
function openItem(lists: ('ul' | 'ol')[], tag: 'ul' | 'ol', level: number): string {
  let html = closeLists(lists, level);
  if (lists.length === level) {
    if (lists.at(-1) === tag) return `${html}</li>`;
    html += closeLists(lists, level - 1);
  }
  while (lists.length < level) {
    const open = lists.length === level - 1 ? tag : 'ul';
    // A list that skips a level still needs an item to hang in.
    html += lists.length === level - 1 ? `<${open}>` : `<${open}><li>`;
    lists.push(open);
  }
  return html;
}

function closeLists(lists: ('ul' | 'ol')[], level: number): string {
  let html = '';
  while (lists.length > level) html += `</li></${lists.pop() ?? 'ul'}>`;
  return html;
}

function blockHtml(
  block: Exclude<Block, { type: 'list-item' }>,
  dir: Direction | undefined,
  options: HtmlOptions,
): string {
  const head = attributes(block, dir, options);
  switch (block.type) {
    case 'divider':
      return `<hr${attributes(block, undefined, options)}>`;
    case 'heading': {
      const level = Math.min(block.level + (options.topHeading ?? 2) - 1, 6);
      return `<h${level}${head}>${inlines(block.children, options)}</h${level}>`;
    }
    case 'quote':
      return `<blockquote${head}><p>${inlines(block.children, options)}</p></blockquote>`;
    case 'code': {
      const language = block.language ? ` class="language-${escapeHtml(block.language)}"` : '';
      const text = block.children.map((run) => run.text).join('');
      return `<pre${attributes(block, 'ltr', options)}><code${language}>${escapeHtml(text)}</code></pre>`;
    }
    case 'paragraph':
      return `<p${head}>${inlines(block.children, options)}</p>`;
    default:
      return linesOf(block)
        .map((line) => `<p${head}>${inlines(line, options)}</p>`)
        .join('');
  }
}

function attributes(block: Block, dir: Direction | undefined, options: HtmlOptions): string {
  const id = options.idPrefix === undefined ? '' : ` id="${escapeHtml(options.idPrefix + block.id)}"`;
  return `${id}${dir ? ` dir="${dir}"` : ''}`;
}

const check = (block: Block): string =>
  block.type === 'list-item' && block.style === 'check'
    ? `<span class="check">${block.checked ? '☑' : '☐'}</span> `
    : '';

function inlines(children: readonly Inline[], options: HtmlOptions): string {
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

function mentionHtml(mention: Mention, options: HtmlOptions): string {
  const label = `<bdi>${escapeHtml(options.mentionLabel?.(mention) ?? mention.label)}</bdi>`;
  const href = options.mentionHref?.(mention);
  const data = ` class="mention" data-kind="${mention.kind}"`;
  return href === undefined || isScript(href)
    ? `<span${data}>${label}</span>`
    : `<a${data} href="${escapeHtml(href)}">${label}</a>`;
}

/** The caller's own addresses may be relative or `#anchors`; a scheme that runs code is refused even from there. */
const isScript = (href: string): boolean => /^[\s\p{Cc}]*(?:javascript|data|vbscript):/iu.test(href);

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
