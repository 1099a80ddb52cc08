import type { QuestionTarget } from '../../../shared/domain/question.ts';
import { looksLikeDate } from '../case-dates.ts';
import type { RawRow } from '../case-reading.ts';
import { plainHeader } from '../column-words.ts';

// Which column of a table of questions is what. Two shapes are common: a question and its answer in one row, or one
// row a post with a column that says whether it asks or answers.

export type QuestionColumn = {
  readonly column: number;
  readonly header: string;
  readonly target: QuestionTarget;
};

/** The likelier names first; spelled as `plainHeader` does. */
const WORDS: readonly (readonly [QuestionTarget, string])[] = [
  [
    'title',
    'question title|title|subject|topic|headline|عنوان سوال|عنوان پرسش|عنوان|موضوع|问题标题|标题|主题|หัวข้อคำถาม|หัวข้อ|ชื่อเรื่อง',
  ],
  [
    'question',
    'question|question body|question text|questions|text|body|post|content|q|description|details|سوال|سؤال|پرسش|متن پرسش|متن سوال|متن|问题|提问|问题内容|内容|คำถาม|เนื้อหา|ข้อความ',
  ],
  [
    'answer',
    'answer|answer body|answer text|answers text|reply|response|solution|a|پاسخ|جواب|متن پاسخ|答案|回答|答复|回复|คำตอบ|ตอบ',
  ],
  [
    'accepted',
    'accepted|is accepted|accepted answer|accepted answer id|resolve|resolved|is solution|best answer|best|پذیرفته|پذیرفته شده|بهترین پاسخ|采纳|已采纳|最佳答案|ยอมรับ|คำตอบที่ดีที่สุด',
  ],
  ['answerer', 'answerer|answer author|answered by|answer owner|پاسخ دهنده|پاسخ‌دهنده|回答者|答题人|ผู้ตอบ'],
  [
    'asker',
    'asker|asked by|question author|author|user|username|owner|from|name|پرسنده|پرسشگر|نویسنده|کاربر|提问者|提问人|作者|用户|ผู้ถาม|ผู้เขียน|ผู้ใช้',
  ],
  ['answerDate', 'answer date|answered at|answer created|تاریخ پاسخ|回答时间|回答日期|วันที่ตอบ'],
  [
    'date',
    'question date|asked at|date time|datetime|date|created at|created|creation date|time|تاریخ پرسش|تاریخ|提问时间|日期|时间|วันที่ถาม|วันที่',
  ],
  [
    'tags',
    'tags|tag|question tags|labels|keywords|category|برچسب ها|برچسبها|برچسب|标签|关键词|分类|แท็ก|ป้ายกำกับ',
  ],
  ['answerKey', 'answer id|answer no|answer number|شناسه پاسخ|回答编号|รหัสคำตอบ'],
  [
    'key',
    'question id|uid|id|key|no|nr|number|question no|شناسه|شناسه پرسش|شماره|问题编号|编号|序号|รหัสคำถาม|รหัส|ลำดับ',
  ],
  ['kind', 'type|kind|post type|post type id|نوع|类型|ประเภท'],
];

/** A first idea of what each column is, by its name and, where that could mislead, by what stands in it. */
export function guessQuestionColumns(headers: readonly string[], rows: readonly RawRow[]): QuestionColumn[] {
  const names = headers.map(plainHeader);
  const targets: QuestionTarget[] = headers.map(() => 'skip');
  const values = (at: number): string[] =>
    rows.flatMap((row) => {
      const place = row.names === null ? at : row.names.indexOf(headers[at]!);
      const value = place === -1 ? '' : (row.cells[place] ?? '').trim();
      return row.problem === null && value !== '' ? [value] : [];
    });
  for (const [target, words] of WORDS) {
    const list = words.split('|').map(plainHeader);
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    names.forEach((name, at) => {
      const rank = list.indexOf(name);
      if (rank === -1 || rank >= bestRank || targets[at] !== 'skip' || !fits(target, values(at))) return;
      best = at;
      bestRank = rank;
    });
    if (best !== -1) targets[best] = target;
  }
  // A table of two columns of text with names we do not know is a question and its answer.
  if (headers.length === 2 && !targets.includes('question') && !targets.includes('answer')) {
    targets[0] = 'question';
    targets[1] = 'answer';
  }
  return headers.map((header, column) => ({ column, header, target: targets[column]! }));
}

function fits(target: QuestionTarget, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  if (target === 'kind') return values.every((value) => postKind(value) !== null);
  if (target === 'date' || target === 'answerDate')
    return values.filter(looksLikeDate).length >= values.length * 0.5;
  return true;
}

const ASKS = /^(q|question|ask|1|سوال|سؤال|پرسش|问题|提问|คำถาม)$/i;
const ANSWERS = /^(a|answer|reply|response|comment|2|پاسخ|جواب|回答|答案|คำตอบ)$/i;

export function postKind(value: string): 'question' | 'answer' | null {
  const word = value.trim();
  return ASKS.test(word) ? 'question' : ANSWERS.test(word) ? 'answer' : null;
}
