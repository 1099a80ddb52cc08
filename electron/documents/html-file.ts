import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { firstStrongDirection } from '../../shared/richtext/direction.ts';
import { escapeHtml, toHtml } from '../../shared/richtext/html-out.ts';
import type { ZipEntry } from '../media/write-zip.ts';
import { type DocumentSet, type DocumentToWrite, type FileToWrite, indexOf } from './document-set.ts';
import { HTML_STYLE, WIDTH_STYLE } from './html-style.ts';
import { nameOfSet, placeFiles } from './place-files.ts';

/** More bytes than this in one page make it slow to open and to send: then files lie beside it in a folder. */
export const LARGEST_PAGE_MEDIA = 25 * 1024 * 1024;

/** Kinds that a page may show, and the type they are shown as: never what a record claims, never anything that can run. */
const SHOWN: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  weba: 'audio/webm',
};

/** True when the files of the set fit into the page itself. */
export const fitsInPage = ({ files }: DocumentSet): boolean =>
  files.reduce((sum, file) => sum + file.bytes, 0) <= LARGEST_PAGE_MEDIA;

/** Everything in one page that needs nothing else and asks for nothing. */
export function htmlPage(set: DocumentSet): string {
  const { files } = indexOf(set);
  return page(set, 'data:', (attachmentId) => {
    const file = files.get(attachmentId);
    return file === undefined ? undefined : dataAddress(file);
  });
}

/** The same as `index.html` with its files beside it. */
export function htmlFolder(set: DocumentSet): readonly ZipEntry[] {
  const { pathOf, entries } = placeFiles(set.files);
  const html = page(set, "'self' file:", (attachmentId) =>
    pathOf.get(attachmentId)?.split('/').map(encodeURIComponent).join('/'),
  );
  return [{ path: 'index.html', source: Buffer.from(html, 'utf8'), compress: true }, ...entries];
}

function dataAddress(file: FileToWrite): string {
  const type = SHOWN[file.extension] ?? 'application/octet-stream';
  return `data:${type};base64,${readFileSync(file.source).toString('base64')}`;
}

function page(
  set: DocumentSet,
  mediaFrom: string,
  hrefOf: (attachmentId: string) => string | undefined,
): string {
  const style = HTML_STYLE + WIDTH_STYLE;
  const hash = createHash('sha256').update(style, 'utf8').digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `img-src ${mediaFrom}`,
    `media-src ${mediaFrom}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = nameOfSet(set);
  const [only, ...others] = set.documents;
  const language = only !== undefined && others.length === 0 ? only.language : set.language;
  const dir = firstStrongDirection(title) ?? 'ltr';
  const body = set.documents.map((one) => article(set, one, hrefOf)).join('\n');
  return `<!doctype html>
<html${langOf(language)} dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Heirloom">
${only?.author && others.length === 0 ? `<meta name="author" content="${escapeHtml(only.author)}">\n` : ''}<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${others.length === 0 ? '' : contents(set)}${body}
</main>
</body>
</html>
`;
}

const langOf = (language: string): string => (language === '' ? '' : ` lang="${escapeHtml(language)}"`);
const anchorOf = (id: string): string => `n-${id}`;

function contents(set: DocumentSet): string {
  const items = set.documents
    .map(
      (one) =>
        `<li><a href="#${anchorOf(one.id)}"><bdi>${escapeHtml(one.title || set.untitled)}</bdi></a></li>`,
    )
    .join('');
  return `<nav data-block="contents"><h1 dir="auto">${escapeHtml(nameOfSet(set))}</h1><ol>${items}</ol></nav>\n`;
}

function article(
  set: DocumentSet,
  one: DocumentToWrite,
  hrefOf: (attachmentId: string) => string | undefined,
): string {
  const { documents } = indexOf(set);
  const html = toHtml(one.document, {
    exact: true,
    labels: set.labels,
    mediaHref: ({ attachmentId }) => hrefOf(attachmentId),
    mentionHref: ({ id }) => (documents.has(id) ? `#${anchorOf(id)}` : undefined),
    mentionLabel: ({ id, label }) => documents.get(id)?.title || label || set.untitled,
  });
  const day = one.updatedAt.slice(0, 10);
  const about = [one.author, ...one.topics, ...one.tags.map((tag) => `#${tag}`)]
    .filter((word) => word !== '')
    .map((word) => `<bdi>${escapeHtml(word)}</bdi>`);
  const facts = [...about, `<time datetime="${escapeHtml(one.updatedAt)}">${escapeHtml(day)}</time>`].join(
    ' · ',
  );
  const head = `<header><h1 dir="auto">${escapeHtml(one.title || set.untitled)}</h1><p class="about" data-block="about">${facts}</p></header>`;
  return `<article id="${anchorOf(one.id)}" data-heirloom="${one.kind}" data-id="${escapeHtml(one.id)}" data-facts="${escapeHtml(factsOf(one))}"${langOf(one.language)}>${head}<div class="document">${html}</div></article>`;
}

/** What the note is known by beside its text, for bringing it back: what the front matter of a Markdown file says. */
function factsOf(one: DocumentToWrite): string {
  const { tags, topics, confidence, audience, author, createdAt: created, updatedAt: updated } = one;
  const title = one.note?.title ?? one.title;
  const kind = one.noteKind ?? one.kind;
  return JSON.stringify({ title, kind, tags, topics, confidence, audience, author, created, updated });
}
