import type { AnyRecord } from '../../../shared/domain/record-of.ts';
import type { Library } from './data.ts';
import { el, user } from './dom.ts';
import type { Resolve } from './rich-text.ts';
import { currentLanguage, type ReaderKey, t } from './words.ts';

export function hrefOf(kind: string, id: string): string {
  return `#/${kind}/${id}`;
}

export function kindName(kind: string): string {
  return t(`one.${kind}` as ReaderKey);
}

/** What to call a record; a topic in the reader's language where it has a name in it. */
export function nameOf(library: Library, item: AnyRecord): string {
  if (item.kind === 'topic') {
    const own = item.record.names.find((one) => one.language.split('-')[0] === currentLanguage());
    if (own !== undefined && own.name !== '') return own.name;
  }
  return library.titleOf(item) || t('untitled');
}

export function resolveIn(library: Library): Resolve {
  return (_kind, id) => {
    const item = library.get(id);
    return item === undefined ? null : hrefOf(item.kind, id);
  };
}

/** A link to a record, or what it was called and a word that it stayed behind. */
export function recordLink(library: Library, id: string, calledTitle = ''): HTMLElement {
  const item = library.get(id);
  if (item !== undefined) return el('a', { href: hrefOf(item.kind, id), dir: 'auto' }, nameOf(library, item));
  return el('span', { class: 'absent', title: t('stayedBehind') }, user(calledTitle || t('untitled')));
}

/** Links side by side. Null when there are none. */
export function recordLinks(library: Library, ids: readonly (string | null)[]): HTMLElement | null {
  const known = ids.filter((id): id is string => id !== null && library.get(id) !== undefined);
  if (known.length === 0) return null;
  const line = el('span', { class: 'links' });
  known.forEach((id, at) => {
    if (at > 0) line.append(' · ');
    line.append(recordLink(library, id));
  });
  return line;
}

/** A list of records, each with its kind. Null when there are none. */
export function recordList(library: Library, items: readonly AnyRecord[], limit = 200): HTMLElement | null {
  if (items.length === 0) return null;
  const list = el('ul', { class: 'records' });
  for (const item of items.slice(0, limit))
    list.append(
      el(
        'li',
        {},
        el('span', { class: 'kind' }, kindName(item.kind)),
        ' ',
        recordLink(library, item.record.id),
      ),
    );
  if (items.length > limit) list.append(el('li', {}, t('leftOut.more', { count: items.length - limit })));
  return list;
}
