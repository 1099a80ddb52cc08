import type { AnyRecord } from '../../../../shared/domain/record-of.ts';
import { documentsIn } from '../../../../shared/package-format/references.ts';
import { attachmentIdsIn } from '../../../../shared/richtext/walk.ts';
import type { Library } from '../data.ts';
import { type Child, el, facts, section, user } from '../dom.ts';
import { fileOf, kindName, nameOf, recordLink, recordLinks, recordList } from '../links.ts';
import { formatDate, type ReaderKey, t } from '../words.ts';

// What several pages have in common.

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

/** The files that hang on a record, but for those its text already shows. */
export function attachments(library: Library, id: string): HTMLElement | null {
  const owner = library.get(id);
  const inText = new Set(owner === undefined ? [] : documentsIn(owner).flatMap(attachmentIdsIn));
  const items = library.attachmentsOf(id).filter((file) => !inText.has(file.id));
  const nodes = items.map((file) => {
    const found = fileOf(library, file.sha256);
    if (found === null) return el('p', { class: 'absent' }, user(file.fileName));
    const { path } = found;
    const caption = el('figcaption', {}, user(file.altText || file.fileName));
    if (found.shows === 'picture') {
      const picture = document.createElement('img');
      picture.alt = file.altText;
      picture.loading = 'lazy';
      picture.src = path;
      return el('figure', {}, picture, caption);
    }
    if (found.shows === 'sound') {
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
