import { hash } from 'node:crypto';
import type { QuestionTarget } from '../../../shared/domain/question.ts';
import { LINE_MAX, TEXT_MAX } from '../../../shared/domain/record.ts';
import type { RawRow, RejectionReason } from '../case-reading.ts';
import { postKind, type QuestionColumn } from './question-columns.ts';

// Rows into questions with their answers. Pure: no database, no clock. Answers may stand far from their question, so
// everything is gathered before anything is written.

export type AnswerDraft = {
  readonly row: number;
  /** Tells the answers of one question apart. */
  readonly key: string;
  readonly text: string;
  readonly author: string;
  readonly date: string;
  readonly accepted: boolean;
};
export type QuestionDraft = {
  readonly row: number;
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly asker: string;
  readonly date: string;
  readonly tags: string[];
  readonly answers: AnswerDraft[];
};
export type RowProblem = { readonly row: number; readonly reason: RejectionReason; readonly detail: string };

const YES = /^(true|yes|y|1|x|accepted|solution|solved|best|بله|آری|是|对|ใช่|✓|✔|☑)$/i;
const NOTHING = /^(n\/?a|null|none|nil|-+)$/i;
const MOST_TAGS = 50;
const LONGEST_TAG = 80;

export class QuestionGroups {
  private readonly groups = new Map<string, QuestionDraft>();
  private readonly orphans: { readonly parent: string; readonly answer: AnswerDraft }[] = [];
  private readonly columns: readonly QuestionColumn[];
  private readonly onProblem: (problem: RowProblem, cells: readonly string[]) => void;
  private last = '';
  /** One row a post, instead of a question and an answer in one row. */
  private readonly isPosts: boolean;

  constructor(
    columns: readonly QuestionColumn[],
    onProblem: (problem: RowProblem, cells: readonly string[]) => void,
  ) {
    this.columns = columns;
    this.onProblem = onProblem;
    this.isPosts = columns.some((one) => one.target === 'kind');
  }

  take(row: RawRow): void {
    const refuse = (reason: RejectionReason, detail = ''): void =>
      this.onProblem({ row: row.row, reason, detail }, row.cells);
    if (row.problem !== null) return refuse(row.problem);
    const cells = this.cellsOf(row);
    if (cells.size === 0) return;
    for (const [target, text] of cells) if (text.length > TEXT_MAX) return refuse('cell-too-large', target);
    const get = (target: QuestionTarget): string => cells.get(target) ?? '';
    if ((get('key') || get('answerKey')).length > LINE_MAX) return refuse('key-too-long');
    if (this.isPosts && postKind(get('kind')) === 'answer') {
      const text = get('answer') || get('question');
      if (text === '') return refuse('no-text');
      const answer = this.toAnswer(
        row.row,
        text,
        get('answerKey') || get('key'),
        get('asker'),
        get('date'),
        get,
      );
      this.orphans.push({ parent: parentOf(get('key')) ?? this.last, answer });
      return;
    }
    const title = get('title');
    const text = get('question');
    if (title === '' && text === '') return refuse('no-question');
    const key = get('key') || `content-${hash('sha256', `${title}\u0001${text}`, 'hex').slice(0, 32)}`;
    this.last = key;
    let group = this.groups.get(key);
    if (group === undefined) {
      group = {
        row: row.row,
        key,
        title,
        text,
        asker: get('asker'),
        date: get('date'),
        tags: tagsOf(get('tags')),
        answers: [],
      };
      this.groups.set(key, group);
    } else if (this.isPosts || get('answer') === '') return refuse('duplicate-key');
    else for (const tag of tagsOf(get('tags'))) if (!group.tags.includes(tag)) group.tags.push(tag);
    if (this.isPosts || get('answer') === '') return;
    group.answers.push(
      this.toAnswer(row.row, get('answer'), get('answerKey'), get('answerer'), get('answerDate'), get),
    );
  }

  private toAnswer(
    row: number,
    text: string,
    key: string,
    author: string,
    date: string,
    get: (target: QuestionTarget) => string,
  ): AnswerDraft {
    const accepted = get('accepted');
    return {
      row,
      key: key || `content-${hash('sha256', text, 'hex').slice(0, 32)}`,
      text,
      author,
      date,
      // Some tables name the accepted answer on every row of its question.
      accepted: get('answerKey') !== '' && accepted === get('answerKey') ? true : YES.test(accepted),
    };
  }

  /** All questions, each with its answers; of two answers that are the same, the first. Call once, after the last row. */
  finish(): QuestionDraft[] {
    for (const { parent, answer } of this.orphans) {
      const group = this.groups.get(parent);
      if (group === undefined) this.onProblem({ row: answer.row, reason: 'no-question', detail: parent }, []);
      else group.answers.push(answer);
    }
    for (const group of this.groups.values()) {
      const seen = new Set<string>();
      const answers = group.answers.filter(({ key }) => !seen.has(key) && seen.add(key));
      group.answers.splice(0, group.answers.length, ...answers);
    }
    return [...this.groups.values()];
  }

  private cellsOf(row: RawRow): Map<QuestionTarget, string> {
    const cells = new Map<QuestionTarget, string>();
    for (const { column, header, target } of this.columns) {
      if (target === 'skip') continue;
      const place = row.names === null ? column : row.names.indexOf(header);
      const value = place === -1 ? '' : (row.cells[place] ?? '').trim();
      if (value === '' || NOTHING.test(value)) continue;
      const before = cells.get(target);
      // Two columns for one thing: both are kept.
      cells.set(target, before === undefined ? value : `${before}\n\n${value}`);
    }
    return cells;
  }
}

/** `17.3` answers `17`; null where a number has no such part. */
function parentOf(key: string): string | null {
  return /^(.+)[./_-][^./_-]+$/.exec(key)?.[1] ?? null;
}

function tagsOf(value: string): string[] {
  const inner = /^\[.*\]$/s.test(value) ? value.slice(1, -1) : value;
  const tags = inner.split(/[,;|\n،、，；]+|(?<=>)(?=<)/).map((part) =>
    part
      .trim()
      .replace(/^(["'<])(.*)(?:\1|>)$/s, '$2')
      .replace(/^#/, '')
      .trim(),
  );
  return [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
}
