import type { AnyRecord, RecordOf } from '../../../../shared/domain/record-of.ts';
import type { Library } from '../data.ts';
import { type Child, el, facts, section, typed, user } from '../dom.ts';
import { nameOf, recordLink, recordLinks, recordList, surroundings } from '../links.ts';
import { richText, type TopHeading } from '../rich-text.ts';
import { formatDate, formatNumber, type ReaderKey, t } from '../words.ts';
import { attachments, factsOf, linksOf, pageTitle, usedIn } from './parts.ts';
import { playbookBody } from './playbook-page.ts';

/** The page of one record. */
export function recordPage(library: Library, item: AnyRecord): HTMLElement {
  const { id } = item.record;
  return el(
    'article',
    { class: `record ${item.kind}` },
    pageTitle(library, item),
    ...bodyOf(library, item),
    attachments(library, id),
    linksOf(library, id),
    usedIn(library, id),
  );
}

/** What stands in a record, without its title: on its own page, or inside the step of a playbook. */
export function bodyOf(library: Library, item: AnyRecord, top: TopHeading = 2): readonly Child[] {
  switch (item.kind) {
    case 'note':
      return noteBody(library, item, top);
    case 'question':
      return questionBody(library, item, top);
    case 'answer':
      return answerBody(library, item, top);
    case 'case':
      return caseBody(library, item);
    case 'playbook':
      return playbookBody(library, item, bodyOf);
    case 'person':
      return personBody(library, item);
    case 'topic':
      return topicBody(library, item);
    case 'session':
      return sessionBody(library, item);
    case 'mentorship':
      return mentorshipBody(library, item);
    case 'customer':
      return customerBody(library, item);
    default:
      return [];
  }
}

type Item<K extends AnyRecord['kind']> = Extract<AnyRecord, { kind: K }>;

function noteBody(library: Library, item: Item<'note'>, top: TopHeading): readonly Child[] {
  const { record } = item;
  return [
    factsOf(library, item, [
      [t('kind'), t(`noteKind.${record.kind}`)],
      [t('by'), recordLinks(library, [record.authorId])],
      [t('source'), recordLinks(library, [record.sessionId])],
    ]),
    richText(record.document, surroundings(library), record.language, top),
  ];
}

function oneAnswer(library: Library, answer: RecordOf<'answer'>, accepted: boolean): HTMLElement {
  return el(
    'section',
    { class: accepted ? 'answer accepted' : 'answer' },
    accepted ? el('h3', { class: 'badge' }, t('accepted')) : null,
    richText(answer.document, surroundings(library), answer.language, 4),
    facts([
      [t('by'), recordLinks(library, [answer.authorId])],
      [t('updated'), formatDate(answer.updatedAt)],
    ]),
    attachments(library, answer.id),
  );
}

function questionBody(library: Library, item: Item<'question'>, top: TopHeading): readonly Child[] {
  const { record } = item;
  const answers = [...library.answersOf(record.id)].sort(
    (a, b) => Number(b.id === record.acceptedAnswerId) - Number(a.id === record.acceptedAnswerId),
  );
  return [
    factsOf(library, item, [
      [t('askedBy'), recordLinks(library, [record.askerId])],
      [t('duplicateOf'), record.duplicateOfId === null ? null : recordLink(library, record.duplicateOfId)],
      [t('source'), recordLinks(library, [record.sessionId])],
    ]),
    richText(record.document, surroundings(library), record.language, top),
    section(
      t('answers', { count: answers.length }),
      answers.length === 0
        ? [el('p', { class: 'quiet' }, t('noAnswers'))]
        : answers.map((answer) => oneAnswer(library, answer, answer.id === record.acceptedAnswerId)),
    ),
  ];
}

function answerBody(library: Library, item: Item<'answer'>, top: TopHeading): readonly Child[] {
  const { record } = item;
  const question = library.get(record.questionId);
  return [
    facts([
      [t('one.question'), recordLink(library, record.questionId)],
      [t('by'), recordLinks(library, [record.authorId])],
      [t('confidence'), t(`confidence.${record.confidence}`)],
      [t('updated'), formatDate(record.updatedAt)],
    ]),
    question?.kind === 'question' && question.record.acceptedAnswerId === record.id
      ? el('p', { class: 'badge' }, t('accepted'))
      : null,
    richText(record.document, surroundings(library), record.language, top),
  ];
}

function caseBody(library: Library, item: Item<'case'>): readonly Child[] {
  const { record } = item;
  const customer = record.customerId === null ? null : recordLinks(library, [record.customerId]);
  const words = (text: string): Child => (text === '' ? null : user(text));
  return [
    factsOf(library, item, [
      [t('case.key'), words(record.externalKey)],
      [t('case.source'), words(record.source)],
      [t('case.customer'), customer ?? words(record.customerName)],
      [t('case.product'), words(record.product)],
      [t('case.status'), words(record.status)],
      [t('case.priority'), words(record.priority)],
      [t('case.channel'), words(record.channel)],
      [t('case.opened'), words(formatDate(record.openedAt))],
      [t('case.closed'), words(formatDate(record.closedAt))],
    ]),
    section(t('case.description'), [typed(record.description, record.language)]),
    section(t('case.resolution'), [typed(record.resolution, record.language)]),
    section(
      t('case.timeline'),
      record.timeline.map((event) =>
        el(
          'div',
          { class: 'event' },
          el(
            'p',
            { class: 'kind' },
            user([formatDate(event.at), event.who].filter((part) => part !== '').join(' · ')),
          ),
          typed(event.text, record.language),
        ),
      ),
    ),
    section(t('case.fields'), [facts(record.fields.map((field) => [field.name, words(field.value)]))]),
  ];
}

function personBody(library: Library, item: Item<'person'>): readonly Child[] {
  const { record } = item;
  const known = record.expertise.filter((one) => library.get(one.topicId) !== undefined);
  return [
    facts([
      [t('role'), record.role === '' ? null : user(record.role)],
      [t('team'), record.team === '' ? null : user(record.team)],
      [t('tags'), record.tags.length === 0 ? null : user(record.tags.join(', '))],
    ]),
    typed(record.about),
    section(
      t('expertise'),
      known.length === 0
        ? []
        : [
            el(
              'ul',
              { class: 'records' },
              ...known.map((one) =>
                el(
                  'li',
                  {},
                  recordLink(library, one.topicId),
                  ` ${formatNumber(one.level)}/${formatNumber(5)} `,
                  one.evidence === '' ? null : el('span', { class: 'note', dir: 'auto' }, one.evidence),
                ),
              ),
            ),
          ],
    ),
    section(t('wrote'), [recordList(library, library.aboutOf(record.id))]),
  ];
}

function topicBody(library: Library, item: Item<'topic'>): readonly Child[] {
  const { record } = item;
  const title = nameOf(library, item);
  const names = [record.name, ...record.names.map((one) => one.name), ...record.synonyms].filter(
    (name, at, all) => name !== title && all.indexOf(name) === at,
  );
  const about = library.aboutOf(record.id);
  return [
    facts([
      [t('alsoCalled'), names.length === 0 ? null : user(names.join(' · '))],
      [t('under'), recordLinks(library, [record.parentId])],
      [t('owner'), recordLinks(library, [record.ownerId])],
    ]),
    typed(record.about),
    section(t('below'), [
      recordList(
        library,
        about.filter((one) => one.kind === 'topic'),
      ),
    ]),
    section(t('onTopic'), [
      recordList(
        library,
        about.filter((one) => one.kind !== 'topic'),
      ),
    ]),
  ];
}

function doneSign(done: boolean): HTMLElement {
  return el('span', { class: 'sign', role: 'img', label: t(done ? 'done' : 'notDone') }, done ? '☑' : '☐');
}

function sessionBody(library: Library, item: Item<'session'>): readonly Child[] {
  const { record } = item;
  return [
    factsOf(library, item, [
      [t('session.when'), formatDate(record.startedAt ?? record.plannedAt ?? '')],
      [t('session.attendees'), recordLinks(library, record.attendeeIds)],
      [t('one.mentorship'), recordLinks(library, [record.mentorshipId])],
    ]),
    section(
      t('session.agenda'),
      record.agenda.map((one) => el('p', { class: 'item', dir: 'auto' }, doneSign(one.done), ' ', one.text)),
    ),
    section(t('session.notes'), [richText(record.notes, surroundings(library), '', 3)]),
    section(
      t('session.actions'),
      record.actions.map((one) =>
        el(
          'p',
          { class: 'item', dir: 'auto' },
          doneSign(one.done),
          ' ',
          one.text,
          ' ',
          recordLinks(library, [one.ownerId]),
        ),
      ),
    ),
    section(t('session.reflection'), [typed(record.reflection)]),
    section(t('shown'), [recordList(library, library.aboutOf(record.id))]),
  ];
}

function mentorshipBody(library: Library, item: Item<'mentorship'>): readonly Child[] {
  const { record } = item;
  return [
    factsOf(library, item, [
      [t('mentorship.mentor'), recordLinks(library, [record.mentorId])],
      [t('mentorship.learners'), recordLinks(library, record.learnerIds)],
    ]),
    section(
      t('mentorship.goals'),
      record.goals.map((goal) =>
        el('p', { class: 'item', dir: 'auto' }, doneSign(goal.done), ' ', goal.text),
      ),
    ),
    typed(record.agreement),
    section(t('many.session'), [recordList(library, library.aboutOf(record.id))]),
  ];
}

function customerBody(library: Library, item: Item<'customer'>): readonly Child[] {
  const { record } = item;
  return [
    typed(record.about),
    section(t('customer.preferences'), [
      facts(record.preferences.map((one) => [t(`area.${one.area}` as ReaderKey), user(one.text)])),
    ]),
    section(t('customer.environment'), [typed(record.environment)]),
    section(t('customer.contacts'), [
      facts(
        record.contacts.map((one) => [
          one.name,
          user([one.role, one.contact].filter((part) => part !== '').join(' · ')),
        ]),
      ),
    ]),
    section(t('many.case'), [recordList(library, library.aboutOf(record.id))]),
  ];
}
