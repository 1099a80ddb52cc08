import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { daySchema } from '../../shared/base/clock.ts';
import { decideQuestionState } from '../../shared/domain/question.ts';
import type { RecordKind } from '../../shared/domain/record.ts';
import { RECORD_SCHEMAS, type RecordOf } from '../../shared/domain/record-of.ts';
import { uiLanguageSchema } from '../../shared/domain/settings.ts';
import { wouldCircle } from '../../shared/domain/topic.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';

const FOLDER = path.join(import.meta.dirname, '../../resources/sample');

const FILES = {
  person: 'people.jsonl',
  topic: 'topics.jsonl',
  customer: 'customers.jsonl',
  mentorship: 'mentorships.jsonl',
  session: 'sessions.jsonl',
  note: 'notes.jsonl',
  question: 'questions.jsonl',
  answer: 'answers.jsonl',
  case: 'cases.jsonl',
  playbook: 'playbooks.jsonl',
  link: 'links.jsonl',
  review: 'reviews.jsonl',
  feedback: 'feedback.jsonl',
} as const satisfies Partial<Record<RecordKind, string>>;
type SampleKind = keyof typeof FILES;

function linesOf(kind: SampleKind): unknown[] {
  return readFileSync(path.join(FOLDER, FILES[kind]), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

function recordsOf<K extends SampleKind>(kind: K): RecordOf<K>[] {
  return linesOf(kind).map((line) => RECORD_SCHEMAS[kind].parse(line) as RecordOf<K>);
}

const kinds = Object.keys(FILES) as SampleKind[];
const library = JSON.parse(readFileSync(path.join(FOLDER, 'library.json'), 'utf8')) as Record<
  string,
  unknown
>;

/** Kind of every id in the sample: what a reference may point at. */
const kindOfId = new Map<string, SampleKind>();
for (const kind of kinds) for (const record of recordsOf(kind)) kindOfId.set(record.id, kind);

const people = recordsOf('person');
const topics = recordsOf('topic');
const notes = recordsOf('note');
const questions = recordsOf('question');
const answers = recordsOf('answer');
const sessions = recordsOf('session');
const playbooks = recordsOf('playbook');
const cases = recordsOf('case');
const links = recordsOf('link');

const steps = playbooks.flatMap((playbook) => playbook.sections.flatMap((section) => section.steps));

const documents: readonly { readonly of: string; readonly document: RichText }[] = [
  ...notes.map((note) => ({ of: note.title, document: note.document })),
  ...questions.map((question) => ({ of: question.title, document: question.document })),
  ...answers.map((answer) => ({ of: answer.id, document: answer.document })),
  ...sessions.map((session) => ({ of: session.title, document: session.notes })),
  ...steps.map((step) => ({ of: step.title, document: step.document })),
];

function expectIds(ids: readonly (string | null)[], kind: SampleKind): void {
  for (const id of ids) if (id !== null) expect(kindOfId.get(id), `${kind} ${id}`).toBe(kind);
}

describe('every line is a whole record', () => {
  test.each(kinds)('%s', (kind) => {
    const lines = linesOf(kind);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(RECORD_SCHEMAS[kind].safeParse(line).error?.issues).toBeUndefined();
  });

  test('nothing lies beside them', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...Object.values(FILES), 'README.md', 'library.json'].sort());
  });

  test('ids are UUIDv7, made once, and carry the time of creation', () => {
    const seen = new Set<string>();
    for (const kind of kinds)
      for (const record of recordsOf(kind)) {
        expect(seen.has(record.id)).toBe(false);
        seen.add(record.id);
        expect(record.id[14]).toBe('7');
        const time = Number.parseInt(record.id.slice(0, 8) + record.id.slice(9, 13), 16);
        expect(new Date(time).toISOString()).toBe(record.createdAt);
      }
  });

  test('nothing is in the bin, nothing was changed before it was made, nothing comes from the future', () => {
    const anchor = `${String(library['anchorDay'])}T00:00:00.000Z`;
    const oldest = new Date(Date.parse(anchor) - 430 * 86_400_000).toISOString();
    for (const kind of kinds)
      for (const record of recordsOf(kind)) {
        expect(record.deletedAt).toBeNull();
        expect(record.createdAt > oldest && record.createdAt < anchor, record.createdAt).toBe(true);
        expect(record.updatedAt >= record.createdAt && record.updatedAt < anchor, record.updatedAt).toBe(
          true,
        );
        expectIds([record.createdBy], 'person');
      }
  });

  test('library.json says what it is and from which day its times count', () => {
    expect(library['sample']).toBe(true);
    expect(daySchema.safeParse(library['anchorDay']).success).toBe(true);
    expect(uiLanguageSchema.safeParse(library['language']).success).toBe(true);
    expect(String(library['description'])).toContain('invented');
    expectIds([library['meId'] as string], 'person');
  });
});

describe('every reference leads somewhere', () => {
  test('people, topics, mentorships and sessions', () => {
    const parents = new Map(topics.map((topic) => [topic.id, topic.parentId]));
    for (const topic of topics) {
      expectIds([topic.parentId], 'topic');
      expectIds([topic.ownerId], 'person');
      expect(wouldCircle(topic.id, topic.parentId, (id) => parents.get(id) ?? null)).toBe(false);
      expect(topic.names.map((name) => name.language)).toEqual(['fa', 'zh-Hans', 'th']);
    }
    for (const person of people)
      expectIds(
        person.expertise.map((item) => item.topicId),
        'topic',
      );
    for (const mentorship of recordsOf('mentorship')) {
      expectIds([mentorship.mentorId, ...mentorship.learnerIds], 'person');
      expectIds(mentorship.topicIds, 'topic');
      expect(new Set(mentorship.goals.map((goal) => goal.id)).size).toBe(mentorship.goals.length);
    }
    for (const session of sessions) {
      expectIds([session.mentorshipId], 'mentorship');
      expectIds([...session.attendeeIds, ...session.actions.map((action) => action.ownerId)], 'person');
      expectIds(session.topicIds, 'topic');
      const ids = [...session.agenda, ...session.actions].map((item) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('notes, cases, reviews, feedback and steps', () => {
    for (const note of notes) {
      expectIds([note.authorId], 'person');
      expectIds([note.sessionId], 'session');
      expectIds(note.topicIds, 'topic');
      expect(note.topicIds.length).toBeGreaterThan(0);
    }
    for (const item of cases) {
      expectIds([item.customerId], 'customer');
      expectIds(item.topicIds, 'topic');
    }
    const blocks = new Set(notes.flatMap((note) => note.document.blocks.map((block) => note.id + block.id)));
    for (const review of recordsOf('review')) {
      expectIds([review.targetId], review.targetKind);
      expectIds([review.verifierId], 'person');
    }
    for (const feedback of recordsOf('feedback')) {
      expectIds([feedback.targetId], feedback.targetKind);
      expectIds([feedback.authorId], 'person');
      if (feedback.blockId !== null) expect(blocks.has(feedback.targetId + feedback.blockId)).toBe(true);
    }
    for (const playbook of playbooks) {
      expectIds([playbook.ownerId], 'person');
      expectIds(playbook.topicIds, 'topic');
      const ids = playbook.sections.flatMap((section) => [
        section.id,
        ...section.steps.map((step) => step.id),
      ]);
      expect(new Set(ids).size).toBe(ids.length);
      expect((playbook.publishedVersion === null) === (playbook.state === 'draft')).toBe(true);
      if (playbook.publishedVersion !== null)
        expect(playbook.publishedVersion).toBeLessThanOrEqual(playbook.version);
    }
    for (const step of steps) {
      if (step.reference !== null) expectIds([step.reference.id], step.reference.kind);
      else expect(plainText(step.document).trim()).not.toBe('');
    }
  });

  test('links: both ends, their blocks, and no link twice', () => {
    const blocks = new Set(notes.flatMap((note) => note.document.blocks.map((block) => note.id + block.id)));
    const seen = new Set<string>();
    for (const link of links) {
      expectIds([link.fromId], link.fromKind as SampleKind);
      expectIds([link.toId], link.toKind as SampleKind);
      if (link.fromBlock !== null) expect(blocks.has(link.fromId + link.fromBlock)).toBe(true);
      expect(link.fromId).not.toBe(link.toId);
      expect(link.toTitle).not.toBe('');
      const key = [link.fromId, link.type, link.toId].join();
      expect(seen.has(key)).toBe(false);
      seen.add(key);
    }
  });

  test('documents: block ids once each, mentions resolve and carry a label', () => {
    for (const { of, document } of documents) {
      const ids = document.blocks.map((block) => block.id);
      expect(new Set(ids).size, of).toBe(ids.length);
      for (const { kind, id, label } of referencesIn(document)) {
        expect(kindOfId.get(id), `${of}: ${label}`).toBe(kind);
        expect(label).not.toBe('');
      }
    }
  });
});

describe('the rules of the domain hold', () => {
  test('question states follow from the facts', () => {
    const questionOf = new Map(answers.map((answer) => [answer.id, answer.questionId]));
    for (const answer of answers) {
      expectIds([answer.questionId], 'question');
      expectIds([answer.authorId], 'person');
      expectIds([answer.sessionId], 'session');
    }
    for (const question of questions) {
      expectIds([question.askerId], 'person');
      expectIds([question.sessionId], 'session');
      expectIds(question.topicIds, 'topic');
      expectIds([question.duplicateOfId], 'question');
      expect(question.duplicateOfId).not.toBe(question.id);
      if (question.acceptedAnswerId !== null)
        expect(questionOf.get(question.acceptedAnswerId)).toBe(question.id);
      const answerCount = answers.filter((answer) => answer.questionId === question.id).length;
      expect(question.state, question.title).toBe(decideQuestionState({ ...question, answerCount }));
    }
    const states = new Set(questions.map((question) => question.state));
    expect([...states].sort()).toEqual(['accepted', 'answered', 'duplicate', 'open']);
  });

  test('session clocks agree with their states, and one session is for the anchor day', () => {
    for (const session of sessions) {
      expect(session.clockStartedAt).toBeNull();
      if (session.state === 'ended') {
        const seconds = (Date.parse(session.endedAt ?? '') - Date.parse(session.startedAt ?? '')) / 1000;
        expect(session.elapsedSeconds).toBe(seconds);
        expect(seconds).toBeGreaterThan(0);
      } else {
        expect([session.startedAt, session.endedAt, session.elapsedSeconds]).toEqual([null, null, 0]);
      }
    }
    const today = sessions.filter((session) => session.plannedAt?.startsWith(String(library['anchorDay'])));
    expect(today).toHaveLength(1);
  });

  test('cases: unique in their source, dates in order, a resolution only where one was written', () => {
    expect(new Set(cases.map((item) => `${item.source} ${item.externalKey}`)).size).toBe(cases.length);
    expect(new Set(cases.map((item) => item.source)).size).toBe(2);
    for (const item of cases) {
      expect(item.openedAt).toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/);
      if (item.closedAt !== '') expect(item.closedAt >= item.openedAt.slice(0, 10)).toBe(true);
      else expect(item.resolution).toBe('');
      const times = item.timeline.map((event) => event.at);
      expect(times).toEqual([...times].sort());
    }
  });
});

describe('it is large and varied enough to look around in', () => {
  test('counts', () => {
    const count = (kind: SampleKind): number => recordsOf(kind).length;
    expect(count('person')).toBeGreaterThanOrEqual(6);
    expect(count('mentorship')).toBe(4);
    expect(count('session')).toBe(12);
    expect(count('note')).toBeGreaterThanOrEqual(60);
    expect(count('question')).toBe(40);
    expect(count('case')).toBe(300);
    expect(count('playbook')).toBe(3);
    expect(count('link')).toBeGreaterThanOrEqual(90);
  });

  test('all note kinds, all four languages, and somebody who leaves', () => {
    expect(new Set(notes.map((note) => note.kind)).size).toBe(8);
    for (const list of [notes, questions, answers, cases]) {
      const languages = new Set(list.map((record) => record.language));
      expect([...languages].sort()).toEqual(['en', 'fa', 'th', 'zh-Hans']);
    }
    expect(people.some((person) => person.lastDay !== null)).toBe(true);
  });

  test('no filler: titles and bodies do not repeat', () => {
    expect(new Set(notes.map((note) => note.title)).size).toBe(notes.length);
    expect(new Set(notes.map((note) => plainText(note.document))).size).toBe(notes.length);
    expect(new Set(answers.map((answer) => plainText(answer.document))).size).toBe(answers.length);
    const told = new Set(cases.map((item) => `${item.title} ${item.description} ${item.resolution}`));
    expect(told.size).toBe(cases.length);
  });
});
