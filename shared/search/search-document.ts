import { isContentKey } from '../domain/case.ts';
import { FINDABLE_KINDS, type FindableKind } from '../domain/record.ts';
import type { AnyRecord } from '../domain/record-of.ts';
import { headingText, plainText } from '../richtext/plain-text.ts';

/** What search knows of a record. Title, headings and body are the user's own text, not yet analysed. */
export type SearchDocument = {
  readonly kind: FindableKind;
  readonly id: string;
  /** What to call it in lists. */
  readonly title: string;
  /** The title its author gave: empty where `title` is only the beginning of the text, which is indexed as text. */
  readonly ownTitle: string;
  readonly subtitle: string;
  readonly headings: string;
  readonly body: string;
  readonly language: string;
  /** The person it belongs to first: author, asker, mentor, owner. */
  readonly personId: string | null;
  readonly confidence: string;
  readonly source: string;
  readonly externalId: string;
  readonly updatedAt: string;
};

/** A number from 0 to 15 for each kind that can be found; part of the index's row ids, so it never changes. */
export function kindCode(kind: FindableKind): number {
  return FINDABLE_KINDS.indexOf(kind);
}

export function isFindable(kind: string): kind is FindableKind {
  return (FINDABLE_KINDS as readonly string[]).includes(kind);
}

/** What a record needs from others to be found: an answer is found under its question's title. */
export type SearchContext = { readonly questionTitle: (questionId: string) => string };

/** What to call a record in one line. Empty when it has no name of its own yet. */
export function recordTitle(item: AnyRecord, context: SearchContext): string {
  switch (item.kind) {
    case 'person':
    case 'customer':
    case 'topic':
      return item.record.name;
    case 'answer':
      return context.questionTitle(item.record.questionId);
    case 'case':
      return item.record.title === ''
        ? firstLine(item.record.description) || item.record.externalKey
        : item.record.title;
    case 'note':
      return item.record.title === '' ? firstLine(plainText(item.record.document)) : item.record.title;
    case 'mentorship':
    case 'session':
    case 'question':
    case 'playbook':
    case 'recording':
      return item.record.title;
    case 'attachment':
      return item.record.fileName;
    case 'review':
    case 'feedback':
    case 'link':
      return '';
  }
}

/** True where `recordTitle` has to take the text. Indexed as a title it would count twice, and four times over. */
function isUntitled(item: AnyRecord): boolean {
  return (item.kind === 'note' || item.kind === 'case') && item.record.title === '';
}

/** The beginning of a text as a title, at most 120 characters, cut at a word where there is one. */
export function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= 120) return line;
  const cut = line.slice(0, 120);
  const space = cut.lastIndexOf(' ');
  return `${space > 60 ? cut.slice(0, space) : cut}…`;
}

/** A second, quieter line for lists and search results. */
export function recordSubtitle(item: AnyRecord): string {
  switch (item.kind) {
    case 'person':
      return [item.record.role, item.record.team].filter((part) => part !== '').join(' · ');
    case 'case':
      return [shownKey(item.record), item.record.product, item.record.status]
        .filter((part) => part !== '')
        .join(' · ');
    case 'playbook':
      return item.record.summary;
    default:
      return '';
  }
}

/** The case's key as its own system knows it; empty where we had to make one. */
function shownKey(record: { readonly externalKey: string }): string {
  return isContentKey(record.externalKey) ? '' : record.externalKey;
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** The searchable form of a record, or null for kinds that are not found by themselves. */
export function toSearchDocument(item: AnyRecord, context: SearchContext): SearchDocument | null {
  if (!isFindable(item.kind)) return null;
  const start = {
    kind: item.kind,
    id: item.record.id,
    title: recordTitle(item, context),
    ownTitle: isUntitled(item) ? '' : recordTitle(item, context),
    subtitle: recordSubtitle(item),
    headings: '',
    body: '',
    language: '',
    personId: null as string | null,
    confidence: '',
    source: '',
    externalId: '',
    updatedAt: item.record.updatedAt,
  };
  switch (item.kind) {
    case 'person': {
      const { record } = item;
      return {
        ...start,
        personId: record.id,
        headings: lines(record.role, record.team),
        body: lines(record.about, ...record.expertise.map((one) => one.evidence), ...record.tags),
      };
    }
    case 'mentorship': {
      const { record } = item;
      return {
        ...start,
        personId: record.mentorId,
        body: lines(
          ...record.goals.map((goal) => goal.text),
          record.agreement,
          record.cadence,
          ...record.tags,
        ),
      };
    }
    case 'session': {
      const { record } = item;
      return {
        ...start,
        headings: lines(headingText(record.notes), ...record.agenda.map((one) => one.text)),
        body: lines(
          plainText(record.notes),
          ...record.actions.map((one) => one.text),
          record.reflection,
          record.place,
          ...record.tags,
        ),
      };
    }
    case 'note': {
      const { record } = item;
      return {
        ...start,
        headings: headingText(record.document),
        body: lines(plainText(record.document), ...record.tags),
        language: record.language,
        personId: record.authorId,
        confidence: record.confidence,
        source: record.source,
        externalId: record.externalId,
      };
    }
    case 'question': {
      const { record } = item;
      return {
        ...start,
        headings: headingText(record.document),
        body: lines(plainText(record.document), ...record.tags),
        language: record.language,
        personId: record.askerId,
      };
    }
    case 'answer': {
      const { record } = item;
      return {
        ...start,
        headings: headingText(record.document),
        body: plainText(record.document),
        language: record.language,
        personId: record.authorId,
        confidence: record.confidence,
      };
    }
    case 'case': {
      const { record } = item;
      return {
        ...start,
        headings: lines(record.product, record.customerName, ...record.tags),
        body: lines(
          record.description,
          record.resolution,
          shownKey(record),
          ...record.fields.map((field) => field.value),
          ...record.timeline.map((event) => event.text),
        ),
        language: record.language,
        source: record.source,
        externalId: record.externalKey,
      };
    }
    case 'customer': {
      const { record } = item;
      return {
        ...start,
        body: lines(
          record.about,
          ...record.preferences.map((one) => one.text),
          ...record.contacts.map((one) => `${one.name} ${one.role}`),
          record.environment,
          ...record.tags,
        ),
      };
    }
    case 'topic': {
      const { record } = item;
      return {
        ...start,
        headings: lines(...record.names.map((one) => one.name), ...record.synonyms),
        body: record.about,
        personId: record.ownerId,
      };
    }
    case 'playbook': {
      const { record } = item;
      const steps = record.sections.flatMap((section) => section.steps);
      return {
        ...start,
        headings: lines(
          ...record.sections.map((section) => section.title),
          ...steps.map((step) => step.title),
        ),
        body: lines(
          record.summary,
          ...record.prerequisites,
          ...steps.map((step) => plainText(step.document)),
          ...record.tags,
        ),
        language: record.language,
        personId: record.ownerId,
        confidence: record.confidence,
      };
    }
    default:
      return null;
  }
}
