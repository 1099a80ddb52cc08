import type { AnyRecord } from '../../../shared/domain/record-of.ts';
import type { Library } from './data.ts';
import { el, user } from './dom.ts';
import type { PackageFile, Surroundings } from './rich-inline.ts';
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

/** What may be shown as a picture or played; everything else is offered as a file. The same list as in the app. */
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif']);
const SOUNDS = new Set(['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'flac', 'weba']);

/** Where an attachment's bytes are in the package, or null when they did not come along. */
export function fileOf(library: Library, sha256: string): PackageFile | null {
  const ending = library.front.media[sha256];
  if (ending === undefined || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  const shows = PICTURES.has(ending) ? 'picture' : SOUNDS.has(ending) ? 'sound' : null;
  return { path: `media/${sha256}.${ending}`, shows };
}

export function surroundings(library: Library): Surroundings {
  return {
    href: (_kind, id) => {
      const item = library.get(id);
      return item === undefined ? null : hrefOf(item.kind, id);
    },
    name: (id) => {
      const item = library.get(id);
      return item === undefined ? null : nameOf(library, item);
    },
    kindName,
    file: (attachmentId) => {
      const item = library.get(attachmentId);
      return item?.kind === 'attachment' ? fileOf(library, item.record.sha256) : null;
    },
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
