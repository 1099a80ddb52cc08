import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../electron/data/handle.ts';
import { eachRecord } from '../../electron/data/records.ts';
import { writeSetting } from '../../electron/data/repositories/settings.ts';
import { importQuestions, type QuestionImport } from '../../electron/importers/questions/question-import.ts';
import { previewQuestions } from '../../electron/importers/questions/question-preview.ts';
import { answerSchema } from '../../shared/domain/answer.ts';
import { questionSchema } from '../../shared/domain/question.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { importInto } from '../support/import-control.ts';
import { paragraphs, type SmallLibrary, smallLibrary } from '../support/small-library.ts';

let library: SmallLibrary;
let folder: string;
beforeEach(() => {
  library = smallLibrary();
  transact(library.db, () => writeSetting(library.db, 'libraryId', library.makeId()));
  folder = mkdtempSync(join(tmpdir(), 'heirloom-questions-'));
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(csv: string, more: Partial<QuestionImport> = {}) {
  const path = join(folder, 'faq.csv');
  writeFileSync(path, csv);
  const preview = previewQuestions(path, 'faq.csv', undefined);
  return importQuestions({
    ...importInto(library),
    path,
    source: preview.source,
    reading: preview.reading,
    mapping: preview.mapping,
    ...more,
  });
}
const targets = (csv: string) => {
  const path = join(folder, 'head.csv');
  writeFileSync(path, csv);
  return previewQuestions(path, 'head.csv', undefined).mapping.map((one) => one.target);
};
const questions = () => [...eachRecord(library.db, 'question')];
const answers = () => [...eachRecord(library.db, 'answer')];

const PAIRS = `Question,Answer,Accepted,Asker,Date,Tags
Why does the seal weep?,Dry running,yes,Ana,2024-03-01,seal;pump
Why does the seal weep?,Wrong spring,no,Ana,2024-03-01,seal;pump
How often to grease?,,,Bo,2024-03-02,
`;

describe('columns', () => {
  it('are known by their names in four languages', () => {
    expect(targets(PAIRS)).toEqual(['question', 'answer', 'accepted', 'asker', 'date', 'tags']);
    expect(targets('پرسش;پاسخ;پرسنده;تاریخ;برچسب‌ها\na;b;c;2024-01-01;d')).toEqual([
      'question',
      'answer',
      'asker',
      'date',
      'tags',
    ]);
    expect(targets('问题,回答,提问者\na,b,c')).toEqual(['question', 'answer', 'asker']);
    expect(targets('คำถาม,คำตอบ\na,b')).toEqual(['question', 'answer']);
    expect(targets('foo,bar\na,b')).toEqual(['question', 'answer']);
    expect(
      targets(
        'question_id;question_title;question_body;answer_id;answer_body;accepted_answer_id\n1;t;b;2;c;2',
      ),
    ).toEqual(['key', 'title', 'question', 'answerKey', 'answer', 'accepted']);
  });
});

describe('a question and an answer in one row', () => {
  it('makes one question of rows that ask the same', async () => {
    const ana = library.add('person', 'ana', { name: 'Ana' });
    const report = await run(PAIRS);
    expect(report).toMatchObject({ created: 2, rejectedCount: 0, answers: { created: 2 } });
    for (const one of questions()) expect(questionSchema.parse(one)).toEqual(one);
    for (const one of answers()) expect(answerSchema.parse(one)).toEqual(one);
    const seal = questions().find((one) => one.title.includes('seal'));
    const accepted = answers().find((one) => one.id === seal?.acceptedAnswerId);
    expect(seal).toMatchObject({
      title: 'Why does the seal weep?',
      state: 'accepted',
      askerId: ana.id,
      tags: ['seal', 'pump'],
      createdAt: '2024-03-01T00:00:00.000Z',
    });
    expect(plainText(accepted!.document)).toBe('Dry running');
    const grease = questions().find((one) => one.title.includes('grease'));
    // Nobody called Bo works here: the name stays with the words.
    expect(grease).toMatchObject({ state: 'open', askerId: null });
    expect(plainText(grease!.document)).toBe('— Bo');
  });

  it('changes nothing in a dry run or the second time, and brings news up to date', async () => {
    expect(await run(PAIRS, { dryRun: true })).toMatchObject({ created: 2, answers: { created: 2 } });
    expect(questions()).toEqual([]);
    await run(PAIRS);
    const before = [questions(), answers()];
    expect(await run(PAIRS)).toMatchObject({ created: 0, unchanged: 2, answers: { unchanged: 2 } });
    expect([questions(), answers()]).toEqual(before);
    const report = await run(`${PAIRS}How often to grease?,Every 200 hours,true,Bo,2024-03-02,grease\n`);
    expect(report).toMatchObject({ created: 0, updated: 1, answers: { created: 1, unchanged: 2 } });
    expect(questions().find((one) => one.title.includes('grease'))).toMatchObject({
      state: 'accepted',
      tags: ['grease'],
    });
  });

  it('takes the accepted answer by its number, and nothing for an answer that says there is none', async () => {
    const report = await run(
      [
        'question_id,question_title,question_body,answer_id,answer_body,accepted_answer_id',
        '1,Seal,Why?,7,Dry running,8',
        '1,Seal,Why?,8,Wrong spring,8',
        '1,Seal,Why?,8,Wrong spring,8',
        '2,Grease,How often?,9,N/A,',
        `${'k'.repeat(5_000)},Too long,Why?,10,x,`,
      ].join('\n'),
    );
    expect(report).toMatchObject({ created: 2, answers: { created: 2, unchanged: 0 } });
    expect(report.rejected).toMatchObject([{ row: 5, reason: 'key-too-long' }]);
    const seal = questions().find((one) => one.title === 'Seal');
    const accepted = answers().find((one) => one.id === seal?.acceptedAnswerId);
    expect(accepted && plainText(accepted.document)).toBe('Wrong spring');
    expect(questions().find((one) => one.title === 'Grease')).toMatchObject({ state: 'open' });
  });

  it('leaves a question as it was changed here, and the answer that was accepted here', async () => {
    const rows = (body: string, accepted: string) =>
      `question_id,question_title,question_body,answer_id,answer_body,accepted_answer_id\n1,Seal,${body},7,Dry,${accepted}\n1,Seal,${body},8,Spring,${accepted}\n`;
    await run(rows('Why?', '7'));
    const [dry, spring] = ['Dry', 'Spring'].map(
      (text) => answers().find((one) => plainText(one.document) === text)?.id,
    );
    expect(questions()[0]?.acceptedAnswerId).toBe(dry);
    library.change('question', questions()[0]!.id, { acceptedAnswerId: spring });
    expect((await run(rows('Why?', '7'))).rejected).toEqual([]);
    expect(questions()[0]?.acceptedAnswerId).toBe(spring);
    library.change('question', questions()[0]!.id, { document: paragraphs('Why, again?') });
    const report = await run(rows('Why at night?', '7'));
    expect(report.rejected).toEqual([{ row: 1, reason: 'changed-here' }]);
    expect(plainText(questions()[0]!.document)).toBe('Why, again?');
  });

  it('takes no date that is still to come', async () => {
    await run('question,answer,date\nWhen?,Soon,2999-01-01\n');
    expect(questions()[0]?.createdAt).toBe(questions()[0]?.updatedAt);
  });

  it('never overwrites what was changed here', async () => {
    const keyed = (text: string) => `id,question,answer id,answer\n1,Why?,a,${text}\n`;
    await run(keyed('because'));
    library.change('answer', answers()[0]!.id, { document: paragraphs('mine') });
    const report = await run(keyed('because of that'));
    expect(report.rejected).toEqual([{ row: 1, reason: 'changed-here' }]);
    expect(answers().map((one) => plainText(one.document))).toEqual(['mine']);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const stop = new AbortController();
    const rows = Array.from({ length: 900 }, (_, at) => `question ${at}?,answer ${at}`).join('\n');
    const cancelled = run(`question,answer\n${rows}`, {
      signal: stop.signal,
      onProgress: (done, _total, stage) => {
        if (stage === 'writing' && done > 0) stop.abort(new Error('stop'));
      },
    });
    await expect(cancelled).rejects.toThrow('stop');
    expect([questions(), answers()]).toEqual([[], []]);
  });
});

describe('one row a post', () => {
  it('ties answers to their question by number, or to the question above', async () => {
    const report = await run(
      [
        'uid;type;title;text;resolve;author',
        '1;question;Seal;<p>It <b>weeps</b></p><script>alert(1)</script>;true;a',
        '1.1;answer;Re: Seal;No.;;b',
        '1.2;answer;Re: Seal;Yes.;solution;c',
        '9.1;answer;Re: lost;Orphan;;c',
        '2;question;;Second?;;a',
      ].join('\n'),
    );
    expect(report).toMatchObject({ created: 2, answers: { created: 2 } });
    expect(report.rejected).toEqual([{ row: 4, reason: 'no-question', detail: '9' }]);
    const seal = questions().find((one) => one.title === 'Seal')!;
    expect(seal.document.blocks[0]).toMatchObject({
      children: [{ text: 'It ' }, { text: 'weeps', bold: true }],
    });
    expect(JSON.stringify(seal)).not.toContain('alert');
    expect(plainText(answers().find((one) => one.id === seal.acceptedAnswerId)!.document)).toContain('Yes.');
    expect(
      questions()
        .map((one) => one.title)
        .sort(),
    ).toEqual(['Seal', 'Second?']);
  });

  it('reports what is no post, row by row', async () => {
    const report = await run(
      `question,answer\n"never closed,x\nfine?,yes\n,alone\n${'x'.repeat(1_000_001)},y\n`,
    );
    expect(report.created).toBeGreaterThan(0);
    expect(report.rejected.map((one) => one.reason)).toEqual([
      'unbalanced-quote',
      'no-question',
      'cell-too-large',
    ]);
  });
});
