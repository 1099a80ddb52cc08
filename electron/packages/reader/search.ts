import type { AnyRecord } from '../../../shared/domain/record-of.ts';
import { highlight } from '../../../shared/search/highlight.ts';
import type { MarkedText } from '../../../shared/search/match-ranges.ts';
import { openReaderIndex, type ReaderIndex, searchReaderIndex } from '../../../shared/search/reader-index.ts';
import { toSearchDocument } from '../../../shared/search/search-document.ts';
import { snippet } from '../../../shared/search/snippet.ts';
import { type Library, loadData } from './data.ts';
import { type Child, el } from './dom.ts';
import { hrefOf, kindName, nameOf } from './links.ts';
import { t } from './words.ts';

// The index is only loaded when somebody searches: most people come to read.

const HITS = 50;
const opened: ReaderIndex[] = [];
let loading: Promise<boolean> | null = null;

async function loadIndex(library: Library): Promise<boolean> {
  for (let number = 1; number <= library.front.indexShards; number += 1) {
    const index = openReaderIndex(await loadData(`index-${number}`, `index-${number}`));
    if (index === null) return false;
    opened.push(index);
    // Typing must stay possible while a large index comes in.
    await new Promise((done) => setTimeout(done));
  }
  return opened.length > 0;
}

/** True when search works in this package. Loads the index at the first call. */
export function prepareSearch(library: Library): Promise<boolean> {
  loading ??= loadIndex(library).catch(() => false);
  return loading;
}

function marked(pieces: readonly MarkedText[]): Child[] {
  return pieces.map((piece) => (piece.mark ? el('mark', {}, piece.text) : piece.text));
}

function hitNode(library: Library, item: AnyRecord, query: string): HTMLElement {
  const context = {
    questionTitle: (id: string) => {
      const question = library.get(id);
      return question?.kind === 'question' ? question.record.title : '';
    },
  };
  const found = toSearchDocument(item, context);
  const text = found === null ? '' : found.body || found.headings;
  return el(
    'li',
    {},
    el('span', { class: 'kind' }, kindName(item.kind)),
    ' ',
    el(
      'a',
      { href: hrefOf(item.kind, item.record.id), dir: 'auto' },
      ...marked(highlight(nameOf(library, item), query, { prefix: true })),
    ),
    text === ''
      ? null
      : el(
          'p',
          { class: 'snippet', dir: 'auto' },
          ...marked(snippet(text, query, { length: 180, prefix: true })),
        ),
  );
}

/** The page of results. Waits for the index. */
export async function searchPage(library: Library, query: string): Promise<HTMLElement> {
  const ready = await prepareSearch(library);
  const hits = opened
    .flatMap((index) => searchReaderIndex(index, query, HITS))
    .sort((a, b) => b.score - a.score)
    .slice(0, HITS);
  const items = hits.map((hit) => library.at(Number(hit.id))).filter((item) => item !== undefined);
  return el(
    'article',
    { class: 'search-results' },
    el('header', { class: 'title' }, el('h1', { dir: 'auto' }, t('search.title', { query }))),
    ready ? null : el('p', { class: 'quiet' }, t('search.unavailable')),
    ready && items.length === 0 ? el('p', { class: 'quiet' }, t('search.none', { query })) : null,
    el('ul', { class: 'list-of-records hits' }, ...items.map((item) => hitNode(library, item, query))),
  );
}
