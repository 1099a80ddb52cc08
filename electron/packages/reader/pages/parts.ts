import type { AnyRecord } from '../../../../shared/domain/record-of.ts';
import type { Library } from '../data.ts';
import { type Child, el, facts, section, user } from '../dom.ts';
import { kindName, nameOf, recordLink, recordLinks, recordList } from '../links.ts';
import { formatDate, type ReaderKey, t } from '../words.ts';

// What several pages have in common.

/** What may be shown as a picture or played; everything else is offered as a file. The same list as in the app. */
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif']);
const SOUNDS = new Set(['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'flac', 'weba']);

export function pageTitle(library: Library, item: AnyRecord): HTMLElement {
  return el(
    'header',
    { class: 'title' },
    el('p', { class: 'kind' }, kindName(item.kind)),
    el('h1', { dir: 'auto' }, nameOf(library, item)),
  );
}

export function commonFacts(library: Library, item: AnyRecord): readonly (readonly [string, Child])[] {
  const { record } = item;
  const rows: [string, Child][] = [];
  if ('topicIds' in record) rows.push([t('topics'), recordLinks(library, record.topicIds)]);
  if ('tags' in record && record.tags.length > 0) rows.push([t('tags'), user(record.tags.join(', '))]);
  if ('confidence' in record) rows.push([t('confidence'), t(`confidence.${record.confidence}` as ReaderKey)]);
  rows.push([t('updated'), formatDate(record.updatedAt)]);
  return rows;
}

export function attachments(library: Library, id: string): HTMLElement | null {
  const items = library.attachmentsOf(id);
  const nodes = items.map((file) => {
    const ending = library.front.media[file.sha256];
    const path = `media/${file.sha256}.${ending ?? ''}`;
    if (ending === undefined || !/^[0-9a-f]{64}$/.test(file.sha256))
      return el('p', { class: 'absent' }, user(file.fileName));
    const caption = el('figcaption', {}, user(file.altText || file.fileName));
    if (PICTURES.has(ending)) {
      const picture = document.createElement('img');
      picture.alt = file.altText;
      picture.loading = 'lazy';
      picture.src = path;
      return el('figure', {}, picture, caption);
    }
    if (SOUNDS.has(ending)) {
      const player = document.createElement('audio');
      player.controls = true;
      player.preload = 'none';
      player.src = path;
      player.setAttribute('aria-label', file.fileName);
      return el('figure', {}, player, caption);
    }
    const link = el('a', { href: path, dir: 'auto' }, file.fileName || file.sha256);
    link.download = file.fileName;
    return el('p', {}, link);
  });
  return section(t('attachments'), nodes);
}

export function linksOf(library: Library, id: string): HTMLElement | null {
  const rows = [
    ...library
      .linksFrom(id)
      .map((link) =>
        el(
          'li',
          {},
          el('span', { class: 'kind' }, t(`link.${link.type}`)),
          ' ',
          recordLink(library, link.toId, link.toTitle),
          link.note === '' ? null : el('span', { class: 'note', dir: 'auto' }, link.note),
        ),
      ),
    ...library
      .linksTo(id)
      .map((link) =>
        el(
          'li',
          {},
          el('span', { class: 'kind' }, t(`linkBack.${link.type}`)),
          ' ',
          recordLink(library, link.fromId),
          link.note === '' ? null : el('span', { class: 'note', dir: 'auto' }, link.note),
        ),
      ),
  ];
  return rows.length === 0 ? null : section(t('links'), [el('ul', { class: 'records' }, ...rows)]);
}

export function usedIn(library: Library, id: string): HTMLElement | null {
  // The answers of a question stand on its page already.
  const others = library
    .namedIn(id)
    .filter((item) => item.kind !== 'answer' || item.record.questionId !== id);
  return section(t('usedIn'), [recordList(library, others)]);
}

export function factsOf(
  library: Library,
  item: AnyRecord,
  first: readonly (readonly [string, Child])[],
): HTMLElement | null {
  return facts([...first, ...commonFacts(library, item)]);
}
