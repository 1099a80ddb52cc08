// A PDF of a finished export. The page to print is one of our own writers' (electron/documents), without script, and is
// shown to nobody: it stands in a window of a session of its own that can reach nothing but this one page.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow, session } from 'electron';
import { APP_HOST, APP_SCHEME } from './policy.ts';

const PARTITION = 'print';
/** Larger pages than this were not written by us: pictures of a page are held to 25 MB before they are encoded. */
const LARGEST_PAGE = 256 * 1024 * 1024;

/** What the page may show: its pictures, which are inside it, and its style. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const pages = new Map<string, Buffer>();
let isAnswering = false;

function answerPrintPages(): void {
  if (isAnswering) return;
  isAnswering = true;
  session.fromPartition(PARTITION).protocol.handle(APP_SCHEME, (request) => {
    const page = pages.get(new URL(request.url).pathname);
    return page === undefined
      ? new Response('not found\n', { status: 404 })
      : new Response(new Uint8Array(page), { headers: PAGE_HEADERS });
  });
}

/** The PDF of the page at `path`: tagged for screen readers, with an outline of its headings. Rejects when it cannot be made. */
export async function pdfOf(path: string): Promise<Buffer> {
  const html = await readFile(path);
  if (html.length > LARGEST_PAGE) throw new Error('the page is too large to print');
  answerPrintPages();
  const address = `/print-${randomUUID()}.html`;
  pages.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: PARTITION,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(`${APP_SCHEME}://${APP_HOST}${address}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    pages.delete(address);
    window.destroy();
  }
}

/** Writes it to a place a person chose; under its own name only when it is whole. */
export async function savePdf(page: string, target: string): Promise<void> {
  const pdf = await pdfOf(page);
  const temporary = `${target}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, pdf);
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
