import { assertNever } from '../base/assert-never.ts';
import type { BlockLabels, ShownAttachment } from './block-labels.ts';
import type { Cell } from './block-parts.ts';
import { type Direction, resolveDirections } from './direction.ts';
import type { Block, BlockOf, RichText } from './document.ts';
import { escapeHtml, type HtmlMentionOptions, inlinesHtml, isScript } from './html-inline.ts';

export { escapeHtml } from './html-inline.ts';

export interface HtmlOptions extends HtmlMentionOptions {
  /** Level of the document's own first heading: 2 when the page has a title of its own (the default). 1 to 4. */
  readonly topHeading?: 1 | 2 | 3 | 4;
  /** Prefix of the `id` of each block, so that a link can point at it; no ids without. */
  readonly idPrefix?: string;
  /** Writes what only Heirloom reads back: block ids, directions set by hand, depths, which attachment it was. */
  readonly exact?: boolean;
  /** Address of an attachment (`data:` of a picture or sound, or a relative path); `undefined` leaves its name as words. */
  readonly mediaHref?: (shown: ShownAttachment) => string | undefined;
  /** What callouts and the parts of judgements and decisions are called; without them the text alone is written. */
  readonly labels?: BlockLabels;
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
      // In a list that goes on, only the item can say that the count does not.
      const value = block.start !== undefined && lists[block.depth] === tag ? ` value="${block.start}"` : '';
      html += openItem(lists, tag, block.depth + 1, block.start);
      html += `<li${value}${attributes(block, directions[index], options)}>${check(block)}${inlinesHtml(block.children, options)}`;
      return;
    }
    html += closeLists(lists, 0);
    lists = [];
    html += blockHtml(block, directions[index], options);
  });
  return html + closeLists(lists, 0);
}

/** Opens and closes lists until one of the wanted kind is open at the wanted level; an item stays open for its children. */
function openItem(lists: ('ul' | 'ol')[], tag: 'ul' | 'ol', level: number, start?: number): string {
  let html = closeLists(lists, level);
  if (lists.length === level) {
    if (lists.at(-1) === tag) return `${html}</li>`;
    html += closeLists(lists, level - 1);
  }
  while (lists.length < level) {
    const open = lists.length === level - 1 ? tag : 'ul';
    // A list that skips a level still needs an item to hang in.
    const from = start === undefined || lists.length < level - 1 ? '' : ` start="${start}"`;
    html += lists.length === level - 1 ? `<${open}${from}>` : `<${open}><li>`;
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
      return `<hr${attributes(block, options.exact ? block.dir : undefined, options)}>`;
    case 'heading': {
      const level = Math.min(block.level + (options.topHeading ?? 2) - 1, 6);
      return `<h${level}${head}>${inlinesHtml(block.children, options)}</h${level}>`;
    }
    case 'quote':
      return `<blockquote${head}><p>${inlinesHtml(block.children, options)}</p></blockquote>`;
    case 'code': {
      const language = block.language ? ` class="language-${escapeHtml(block.language)}"` : '';
      const text = block.children.map((run) => run.text).join('');
      return `<pre${attributes(block, block.dir ?? 'ltr', options)}><code${language}>${escapeHtml(text)}</code></pre>`;
    }
    case 'paragraph':
      return `<p${head}>${inlinesHtml(block.children, options)}</p>`;
    case 'callout': {
      const name = options.labels?.callout[block.tone];
      const title = name === undefined ? '' : `<p class="callout-name"><bdi>${escapeHtml(name)}</bdi></p>`;
      return `<aside class="callout" data-tone="${block.tone}"${head}>${title}<p>${inlinesHtml(block.children, options)}</p></aside>`;
    }
    case 'image':
    case 'file':
    case 'audio':
      return `<figure class="${block.type}"${head}${figureData(block, options)}>${mediaHtml(block, options)}${caption(block, options)}</figure>`;
    case 'record': {
      const mention = { kind: block.kind, id: block.recordId, label: block.label };
      const label = `<bdi>${escapeHtml(options.mentionLabel?.(mention) ?? block.label)}</bdi>`;
      const href = options.mentionHref?.(mention);
      const inner =
        href === undefined || isScript(href) ? label : `<a href="${escapeHtml(href)}">${label}</a>`;
      return `<p class="record"${head} data-kind="${block.kind}" data-id="${escapeHtml(block.recordId)}">${inner}</p>`;
    }
    case 'table':
      return tableHtml(block, head, options);
    case 'judgement':
      return namedParts(block, options.labels?.judgement, head, options);
    case 'decision':
      return namedParts(block, options.labels?.decision, head, options);
    default:
      return assertNever(block);
  }
}

function figureData(block: BlockOf<'image' | 'file' | 'audio'>, options: HtmlOptions): string {
  const width = block.type === 'image' && block.width !== undefined ? ` data-width="${block.width}"` : '';
  return options.exact ? `${width} data-attachment-id="${escapeHtml(block.attachmentId)}"` : width;
}

/** The thing itself. One without an address is named in words, so that nobody wonders what the caption is about. */
function mediaHtml(block: BlockOf<'image' | 'file' | 'audio'>, options: HtmlOptions): string {
  const href = mediaAddress(block, options);
  const name = escapeHtml(block.name);
  const missing = (shown: string): string => {
    const bytes = block.type === 'file' ? ` data-bytes="${block.bytes}"` : '';
    const data = options.exact ? ` data-name="${name}"${bytes}` : '';
    return `<span class="missing"${data}><bdi>${escapeHtml(shown)}</bdi></span>`;
  };
  if (block.type === 'image') {
    if (href === undefined) return missing(block.alt || block.name);
    const { pixels } = block;
    const size = pixels ? ` width="${pixels.width}" height="${pixels.height}"` : '';
    return `<img src="${href}" alt="${escapeHtml(block.alt)}"${size} data-name="${name}">`;
  }
  if (href === undefined) return missing(block.name);
  return block.type === 'audio'
    ? `<audio controls src="${href}" data-name="${name}"></audio>`
    : `<a href="${href}" download="${name}" data-bytes="${block.bytes}"><bdi>${name}</bdi></a>`;
}

/**
 * The caller's address, escaped. `data:` only for pictures and sounds, which never run; never SVG, which can; and a file
 * only as bytes to save.
 */
function mediaAddress(block: BlockOf<'image' | 'file' | 'audio'>, options: HtmlOptions): string | undefined {
  const { type, attachmentId, name } = block;
  const href = options.mediaHref?.({ type, attachmentId, name });
  if (href === undefined) return undefined;
  const isData = /^data:(?:image\/(?!svg)|audio\/|video\/|application\/octet-stream;)[\w.+;,=/-]+$/iu.test(
    href,
  );
  return isScript(href) && !isData ? undefined : escapeHtml(href);
}

const caption = (block: BlockOf<'image' | 'file' | 'audio'>, options: HtmlOptions): string =>
  block.children.length === 0 ? '' : `<figcaption>${inlinesHtml(block.children, options)}</figcaption>`;

function tableHtml(block: BlockOf<'table'>, head: string, options: HtmlOptions): string {
  const [first, ...rest] = block.children;
  const row = (cells: readonly Cell[], tag: 'th scope="col"' | 'td'): string =>
    `<tr>${cells
      .map(({ align, children }) => {
        const data = align === undefined ? '' : ` data-align="${align}"`;
        return `<${tag} dir="auto"${data}>${inlinesHtml(children, options)}</${tag.slice(0, 2)}>`;
      })
      .join('')}</tr>`;
  const body = block.header ? rest : block.children;
  const top = block.header && first ? `<thead>${row(first.children, 'th scope="col"')}</thead>` : '';
  const rows = body.map(({ children }) => row(children, 'td')).join('');
  return `<table${head}>${top}${rows === '' ? '' : `<tbody>${rows}</tbody>`}</table>`;
}

function namedParts(
  block: BlockOf<'judgement' | 'decision'>,
  labels: Readonly<Record<string, string>> | undefined,
  head: string,
  options: HtmlOptions,
): string {
  const parts = block.children
    .map(({ part, children }) => {
      const label = labels?.[part];
      const name = label === undefined ? '' : `<dt><bdi>${escapeHtml(label)}</bdi></dt>`;
      return `<div data-part="${part}">${name}<dd dir="auto">${inlinesHtml(children, options)}</dd></div>`;
    })
    .join('');
  return `<dl class="${block.type}" data-block="${block.type}"${head}>${parts}</dl>`;
}

function attributes(block: Block, dir: Direction | undefined, options: HtmlOptions): string {
  const id = options.idPrefix === undefined ? '' : ` id="${escapeHtml(options.idPrefix + block.id)}"`;
  const shown = dir ? ` dir="${dir}"` : '';
  if (!options.exact) return `${id}${shown}`;
  const depth = block.type === 'list-item' ? ` data-depth="${block.depth}"` : '';
  const start = block.type === 'list-item' && block.start !== undefined ? ` data-start="${block.start}"` : '';
  const level = block.type === 'heading' ? ` data-level="${block.level}"` : '';
  const language =
    block.type === 'code' && block.language ? ` data-language="${escapeHtml(block.language)}"` : '';
  return `${id}${shown}${block.dir ? ' data-dir-set' : ''} data-block-id="${escapeHtml(block.id)}"${depth}${start}${level}${language}`;
}

const check = (block: BlockOf<'list-item'>): string =>
  block.style === 'check' ? `<span class="check">${block.checked ? '☑' : '☐'}</span> ` : '';
