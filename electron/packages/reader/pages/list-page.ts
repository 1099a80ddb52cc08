import type { FindableKind } from '../../../../shared/domain/record.ts';
import type { AnyRecord } from '../../../../shared/domain/record-of.ts';
import { recordSubtitle } from '../../../../shared/search/search-document.ts';
import type { Library } from '../data.ts';
import { el } from '../dom.ts';
import { hrefOf, nameOf } from '../links.ts';
import { currentLanguage, type ReaderKey, t } from '../words.ts';

/** Records on one page of a list: ten thousand lines at once would freeze the browser. */
const PAGE = 100;
const sorted = new Map<string, readonly AnyRecord[]>();

function inOrder(library: Library, kind: FindableKind): readonly AnyRecord[] {
  const key = `${currentLanguage()} ${kind}`;
  let items = sorted.get(key);
  if (items === undefined) {
    const collator = new Intl.Collator(currentLanguage(), { numeric: true });
    items = library
      .ofKind(kind)
      .map((record) => ({ item: { kind, record } as unknown as AnyRecord, title: '' }))
      .map(({ item }) => ({ item, title: nameOf(library, item) }))
      .sort((a, b) => collator.compare(a.title, b.title))
      .map(({ item }) => item);
    sorted.set(key, items);
  }
  return items;
}

/** All records of a kind by name, a hundred to a page; `page` counts from 1 and is brought into range. */
export function listPage(library: Library, kind: FindableKind, page: number): HTMLElement {
  const items = inOrder(library, kind);
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const list = el('ul', { class: 'list-of-records' });
  for (const item of items.slice((at - 1) * PAGE, at * PAGE)) {
    const more = recordSubtitle(item);
    list.append(
      el(
        'li',
        {},
        el('a', { href: hrefOf(kind, item.record.id), dir: 'auto' }, nameOf(library, item)),
        more === '' ? null : el('span', { class: 'note', dir: 'auto' }, more),
      ),
    );
  }
  const turn = (to: number, words: ReaderKey): HTMLElement | null =>
    to < 1 || to > pages ? null : el('a', { class: 'button', href: `#/list/${kind}/${to}` }, t(words));
  return el(
    'article',
    {},
    el(
      'header',
      { class: 'title' },
      el('h1', {}, t(`many.${kind}` as ReaderKey)),
      el('p', { class: 'quiet' }, t('records', { count: items.length })),
    ),
    list,
    pages === 1
      ? null
      : el(
          'nav',
          { class: 'pages', label: t('page', { page: at, pages }) },
          turn(at - 1, 'previous'),
          el('span', {}, t('page', { page: at, pages })),
          turn(at + 1, 'next'),
        ),
  );
}
