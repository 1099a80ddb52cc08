import type { Section, Step } from '../../../../shared/domain/playbook.ts';
import type { AnyRecord } from '../../../../shared/domain/record-of.ts';
import type { Library } from '../data.ts';
import { type Child, el, facts, section, user } from '../dom.ts';
import { hrefOf, kindName, nameOf, recordLinks, surroundings } from '../links.ts';
import { richText, type TopHeading } from '../rich-text.ts';
import { t } from '../words.ts';
import { attachments, commonFacts } from './parts.ts';

/** Draws what stands in a record; handed in, because that in turn draws playbooks. */
type BodyOf = (library: Library, item: AnyRecord, top: TopHeading) => readonly Child[];

function shown(library: Library, reference: NonNullable<Step['reference']>, bodyOf: BodyOf): HTMLElement {
  const item = library.get(reference.id);
  if (item === undefined)
    return el(
      'aside',
      { class: 'shown absent' },
      el('p', { class: 'kind' }, kindName(reference.kind)),
      el('p', {}, user(reference.title || t('untitled'))),
      el('p', { class: 'quiet' }, t('stayedBehind')),
    );
  return el(
    'aside',
    { class: 'shown' },
    el('p', { class: 'kind' }, kindName(item.kind)),
    el('h4', { dir: 'auto' }, el('a', { href: hrefOf(item.kind, item.record.id) }, nameOf(library, item))),
    ...bodyOf(library, item, 5),
    attachments(library, item.record.id),
  );
}

function stepNode(library: Library, step: Step, number: number, lang: string, bodyOf: BodyOf): HTMLElement {
  return el(
    'li',
    { class: 'step', id: `step-${number}` },
    el('p', { class: 'number' }, t('step', { number })),
    step.title === '' ? null : el('h3', { dir: 'auto' }, step.title),
    richText(step.document, surroundings(library), lang, 4),
    step.reference === null ? null : shown(library, step.reference, bodyOf),
  );
}

export function playbookBody(
  library: Library,
  item: Extract<AnyRecord, { kind: 'playbook' }>,
  bodyOf: BodyOf,
): readonly Child[] {
  const { record } = item;
  let number = 0;
  const oneSection = (part: Section): HTMLElement => {
    const steps = part.steps.map((step) => {
      number += 1;
      return stepNode(library, step, number, record.language, bodyOf);
    });
    return el(
      'section',
      { class: 'part' },
      part.title === '' ? null : el('h2', { dir: 'auto' }, part.title),
      el('ol', { class: 'steps' }, ...steps),
    );
  };
  return [
    record.summary === '' ? null : el('p', { class: 'lead', dir: 'auto' }, record.summary),
    facts([[t('owner'), recordLinks(library, [record.ownerId])], ...commonFacts(library, item)]),
    section(
      t('prerequisites'),
      record.prerequisites.length === 0
        ? []
        : [el('ul', {}, ...record.prerequisites.map((one) => el('li', { dir: 'auto' }, one)))],
    ),
    ...record.sections.map(oneSection),
  ];
}
