import { sourceOf } from '../case-preview.ts';
import type { CaseReading } from '../case-reading.ts';
import { detectReading } from '../detect-reading.ts';
import { HEAD_BYTES, readFirstRows } from '../read-rows.ts';
import { readHead } from '../text-encoding.ts';
import { guessQuestionColumns, type QuestionColumn } from './question-columns.ts';

const ROWS_LOOKED_AT = 200;
const ROWS_SHOWN = 20;
/** Characters of a cell that are shown. */
const CELL_SHOWN = 2_000;

export type QuestionPreview = {
  reading: CaseReading;
  fileName: string;
  source: string;
  headers: string[];
  mapping: QuestionColumn[];
  sample: string[][];
  rowsSeen: number;
  complete: boolean;
};

/** What a table of questions is, from its first 256 KB. Changes nothing. Throws BadFile. */
export function previewQuestions(
  path: string,
  fileName: string,
  wish: Partial<CaseReading> | undefined,
): QuestionPreview {
  const bytes = readHead(path, HEAD_BYTES);
  const reading = detectReading(bytes, fileName, wish);
  const head = readFirstRows(bytes, reading, ROWS_LOOKED_AT);
  return {
    reading,
    fileName,
    source: sourceOf(fileName),
    headers: [...head.headers],
    mapping: guessQuestionColumns(head.headers, head.rows),
    sample: head.rows.slice(0, ROWS_SHOWN).map((row) =>
      head.headers.map((header, at) => {
        const place = row.names === null ? at : row.names.indexOf(header);
        return (row.cells[place] ?? '').slice(0, CELL_SHOWN);
      }),
    ),
    rowsSeen: head.rows.length,
    complete: head.complete,
  };
}
