import type { PackageLeftOut } from '../../../../shared/package-format/manifest.ts';
import { type Library, PAGE_KINDS } from '../data.ts';
import { type Child, el, facts, section, user } from '../dom.ts';
import { hrefOf, kindName, nameOf } from '../links.ts';
import { chooseLanguage, formatDate, formatNumber, LANGUAGE_NAMES, type ReaderKey, t } from '../words.ts';

/** Most lines of one reason; a package made from a large library may have left out thousands. */
const LINES = 50;

function leftOutList(items: readonly PackageLeftOut[]): HTMLElement {
  const list = el('ul', { class: 'records' });
  const named = items.filter((one) => one.title !== '');
  const unnamed = new Map<string, number>();
  for (const one of items) if (one.title === '') unnamed.set(one.kind, (unnamed.get(one.kind) ?? 0) + 1);
  for (const one of named.slice(0, LINES))
    list.append(el('li', {}, el('span', { class: 'kind' }, kindName(one.kind)), ' ', user(one.title)));
  for (const [kind, count] of unnamed)
    list.append(
      el(
        'li',
        {},
        el('span', { class: 'kind' }, kindName(kind)),
        ` ${formatNumber(count)} `,
        el('span', { class: 'quiet' }, t('leftOut.unnamed')),
      ),
    );
  if (named.length > LINES) list.append(el('li', {}, t('leftOut.more', { count: named.length - LINES })));
  return list;
}

function leftOut(library: Library): HTMLElement | null {
  const { manifest } = library.front;
  const byReason = new Map<PackageLeftOut['reason'], PackageLeftOut[]>();
  for (const one of manifest.leftOut) byReason.set(one.reason, [...(byReason.get(one.reason) ?? []), one]);
  const parts: Child[] = [...byReason].flatMap(([reason, items]) => [
    el('h3', {}, t(`reason.${reason}`)),
    leftOutList(items),
  ]);
  const more = manifest.leftOutCount - manifest.leftOut.length;
  if (more > 0) parts.push(el('p', {}, t('leftOut.more', { count: more })));
  return section(t('leftOut'), parts);
}

function languageName(tag: string): string {
  const base = tag.split('-')[0] ?? '';
  const known = chooseLanguage([tag]);
  return known === base ? LANGUAGE_NAMES[known] : tag;
}

/** The first page: what this is, where to begin, what is inside and what is not. */
export function coverPage(library: Library): HTMLElement {
  const { manifest } = library.front;
  const start = manifest.scope.type === 'all' ? undefined : library.get(manifest.scope.id);
  const cards = PAGE_KINDS.filter((kind) => (manifest.counts[kind] ?? 0) > 0).map((kind) =>
    el(
      'li',
      {},
      el(
        'a',
        { class: 'card', href: `#/list/${kind}` },
        el('strong', {}, formatNumber(manifest.counts[kind] ?? 0)),
        el('span', {}, t(`many.${kind}` as ReaderKey)),
      ),
    ),
  );
  return el(
    'article',
    { class: 'cover' },
    el('header', { class: 'title' }, el('h1', { dir: 'auto' }, manifest.title || t('untitled'))),
    facts([
      ['', t('made', { date: formatDate(manifest.createdAt) })],
      ['', t('madeFor', { audience: t(`audience.${manifest.audience}`) })],
      ['', manifest.licence === '' ? null : user(t('licence', { licence: manifest.licence }))],
      ['', manifest.languages.length === 0 ? null : manifest.languages.map(languageName).join(' · ')],
    ]),
    start === undefined
      ? null
      : section(t('start'), [
          el(
            'a',
            { class: 'begin', href: hrefOf(start.kind, start.record.id) },
            el('span', { class: 'kind' }, kindName(start.kind)),
            el('span', { dir: 'auto' }, nameOf(library, start)),
          ),
        ]),
    section(t('inside'), cards.length === 0 ? [] : [el('ul', { class: 'cards' }, ...cards)]),
    leftOut(library),
  );
}
