import { type Answer, answerDefaults } from '../../../shared/domain/answer.ts';
import { decideQuestionState, type Question, questionDefaults } from '../../../shared/domain/question.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import { prepared } from '../../data/handle.ts';
import { findRecord, itemOf, putRecord, saveRecord } from '../../data/records.ts';
import { readSetting } from '../../data/repositories/settings.ts';
import type { DateEvidence } from '../case-dates.ts';
import { toIsoDate } from '../case-dates.ts';
import { contentId } from '../content-id.ts';
import { guessLanguage } from '../guess-language.ts';
import { countChanged, countRejected, emptyCounts } from '../import-control.ts';
import { type JournalEntry, writeJournal } from '../import-journal.ts';
import { IMPORT_REASON, lastImported } from '../last-imported.ts';
import { addMissing, mergeText } from '../merge-text.ts';
import type { AnswerDraft, QuestionDraft, RowProblem } from './question-groups.ts';
import type { QuestionImport, QuestionImportResult } from './question-import.ts';
import { cellText, questionTitle } from './question-text.ts';

/** Writes questions with their answers and counts. Its caller holds the transaction. */
export class QuestionWriter {
  readonly importId: string;
  readonly result: QuestionImportResult = {
    ...emptyCounts(),
    answers: { created: 0, updated: 0, unchanged: 0 },
  };
  private readonly options: QuestionImport;
  private readonly library: string;
  private people: Map<string, string> | null = null;
  private journal: JournalEntry[] = [];
  private piece = 0;

  constructor(options: QuestionImport) {
    this.options = options;
    this.importId = options.makeId();
    this.library = String(readSetting(options.db, 'libraryId') ?? '');
  }

  endPiece(): void {
    if (!this.options.dryRun) writeJournal(this.options.db, this.importId, this.piece, this.journal);
    this.journal = [];
    this.piece += 1;
  }

  reject(problem: RowProblem, cells: readonly string[]): void {
    countRejected(this.result, problem, cells, this.options.onRejected);
  }

  /** `dates` says how the column of dates is to be read. */
  put(draft: QuestionDraft, dates: DateEvidence): void {
    const { db, source } = this.options;
    const id = contentId(this.library, 'question', source, draft.key);
    const before = findRecord(db, 'question', id);
    const answers = draft.answers.map((answer) => ({
      answer,
      id: contentId(this.library, 'answer', source, draft.key, answer.key),
    }));
    const known = new Set(
      prepared(db, 'SELECT id FROM answer WHERE question_id = ? AND deleted_at IS NULL')
        .all(id)
        .map((row) => row.id as string),
    );
    for (const one of answers) known.add(one.id);
    const accepted = answers.find((one) => one.answer.accepted)?.id ?? null;
    if (before === undefined) {
      this.result.created += 1;
      this.create(itemOf('question', this.toQuestion(draft, id, accepted, known.size, dates)));
    } else {
      const after = this.merge(before, draft, accepted, known.size);
      if (after === 'changed-here')
        this.reject({ row: draft.row, reason: 'changed-here', detail: '' }, [draft.title, draft.text]);
      else if (after === null) this.result.unchanged += 1;
      else {
        this.result.updated += 1;
        this.save(itemOf('question', before), itemOf('question', after));
      }
    }
    for (const one of answers) this.putAnswer(id, one.id, one.answer, dates);
  }

  private putAnswer(questionId: string, id: string, draft: AnswerDraft, dates: DateEvidence): void {
    const { db, now } = this.options;
    const before = findRecord(db, 'answer', id);
    const author = this.person(draft.author);
    const document = cellText(draft.text, author === null ? draft.author : '');
    if (before === undefined) {
      this.result.answers.created += 1;
      const at = now();
      const record: Answer = {
        ...answerDefaults,
        id,
        createdAt: timeOf(draft.date, dates, at),
        updatedAt: at,
        createdBy: null,
        version: 1,
        deletedAt: null,
        questionId,
        document,
        language: guessLanguage(plainText(document).slice(0, 800)),
        authorId: author,
        confidence: 'not-validated',
      };
      this.create(itemOf('answer', record));
      return;
    }
    const merged = mergeText(lastImported(db, 'answer', before).document, before.document, document);
    if (merged === 'changed-here')
      this.reject({ row: draft.row, reason: 'changed-here', detail: '' }, [draft.text]);
    else if (merged === null) this.result.answers.unchanged += 1;
    else {
      this.result.answers.updated += 1;
      const after = { ...before, document: merged, version: before.version + 1, updatedAt: now() };
      this.save(itemOf('answer', before), itemOf('answer', after));
    }
  }

  private toQuestion(
    draft: QuestionDraft,
    id: string,
    acceptedAnswerId: string | null,
    answerCount: number,
    dates: DateEvidence,
  ): Question {
    const at = this.options.now();
    const { title, document, askerId } = this.wanted(draft);
    return {
      ...questionDefaults,
      id,
      createdAt: timeOf(draft.date, dates, at),
      updatedAt: at,
      createdBy: null,
      version: 1,
      deletedAt: null,
      title,
      document,
      language: guessLanguage(`${title} ${plainText(document).slice(0, 800)}`),
      state: decideQuestionState({ duplicateOfId: null, acceptedAnswerId, answerCount }),
      acceptedAnswerId,
      askerId,
      topicIds: [],
      tags: [...draft.tags],
    };
  }

  private wanted(draft: QuestionDraft) {
    const { title, rest } = questionTitle(draft.title, draft.text);
    const askerId = this.person(draft.asker);
    return { title, askerId, document: cellText(rest, askerId === null ? draft.asker : '') };
  }

  private merge(
    before: Question,
    draft: QuestionDraft,
    accepted: string | null,
    answerCount: number,
  ): Question | 'changed-here' | null {
    const base = lastImported(this.options.db, 'question', before);
    const wanted = this.wanted(draft);
    const document = mergeText(base.document, before.document, wanted.document);
    if (document === 'changed-here') return document;
    const title = wanted.title !== base.title && wanted.title !== before.title ? wanted.title : before.title;
    const tags = addMissing(before.tags, draft.tags, base === before ? [] : base.tags);
    // Somebody may have accepted another answer here, or taken it back.
    const acceptedAnswerId =
      before.acceptedAnswerId === base.acceptedAnswerId
        ? (accepted ?? before.acceptedAnswerId)
        : before.acceptedAnswerId;
    const state = decideQuestionState({ duplicateOfId: before.duplicateOfId, acceptedAnswerId, answerCount });
    const same =
      document === null &&
      title === before.title &&
      tags.length === before.tags.length &&
      acceptedAnswerId === before.acceptedAnswerId &&
      state === before.state;
    if (same) return null;
    return {
      ...before,
      title,
      document: document ?? before.document,
      tags,
      acceptedAnswerId,
      state,
      version: before.version + 1,
      updatedAt: this.options.now(),
    };
  }

  private create(item: ReturnType<typeof itemOf>): void {
    if (this.options.dryRun) return;
    putRecord(this.options.db, item, { isNew: true });
    this.journal.push({ kind: item.kind, id: item.record.id, before: 0 });
    this.changed(item);
  }

  private save(before: ReturnType<typeof itemOf>, after: ReturnType<typeof itemOf>): void {
    const { db, dryRun, makeId, authorId } = this.options;
    if (dryRun) return;
    saveRecord(db, before, after, { makeId, authorId, reason: IMPORT_REASON });
    this.journal.push({ kind: after.kind, id: after.record.id, before: before.record.version });
    this.changed(after);
  }

  private changed(item: ReturnType<typeof itemOf>): void {
    if (item.kind === 'question') countChanged(this.result, item.record.id);
  }

  /** A person of the library by exactly this name. None is made: a forum has thousands, and few of them are colleagues. */
  private person(name: string): string | null {
    if (name === '') return null;
    if (this.people === null) {
      this.people = new Map();
      const rows = prepared(
        this.options.db,
        'SELECT id, name FROM person WHERE deleted_at IS NULL ORDER BY id',
      ).all();
      for (const row of rows as { id: string; name: string }[]) {
        const plain = plainPerson(row.name);
        if (!this.people.has(plain)) this.people.set(plain, row.id);
      }
    }
    return this.people.get(plainPerson(name)) ?? null;
  }
}

function plainPerson(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** When a post was written, if that can be told and is past; else now. */
function timeOf(value: string, dates: DateEvidence, now: string): string {
  const iso = toIsoDate(value, dates.order);
  if (!/^\d{4}-\d\d-\d\d/.test(iso)) return now;
  const date = new Date(
    iso.length === 10 ? `${iso}T00:00:00Z` : /[Z+]|-\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`,
  );
  const time = Number.isNaN(date.getTime()) ? now : date.toISOString();
  return time < now ? time : now;
}
