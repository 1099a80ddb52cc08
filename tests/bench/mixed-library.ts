/**
 * A library of many records of all kinds in four scripts. Made once and kept in the system's temporary folder under a
 * name that says schema, analyser and index, so a change of any of them makes a new one.
 */
import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeIndexStep } from '../../electron/data/full-text.ts';
import { transact, type WriteDb } from '../../electron/data/handle.ts';
import { SCHEMA_VERSION } from '../../electron/data/migrations/all.ts';
import { openDatabase } from '../../electron/data/open-database.ts';
import { itemOf, saveRecord } from '../../electron/data/records.ts';
import { answerDefaults } from '../../shared/domain/answer.ts';
import { caseDefaults } from '../../shared/domain/case.ts';
import { linkDefaults } from '../../shared/domain/link.ts';
import { noteDefaults } from '../../shared/domain/note.ts';
import { personDefaults } from '../../shared/domain/person.ts';
import { questionDefaults } from '../../shared/domain/question.ts';
import type { RecordKind } from '../../shared/domain/record.ts';
import { sessionDefaults } from '../../shared/domain/session.ts';
import { topicDefaults } from '../../shared/domain/topic.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { FTS_TABLE_SQL } from '../../shared/search/fts-schema.ts';
import { ANALYSER_VERSION } from '../../shared/text/analyser-version.ts';
import { openBenchCore } from './bench-core.ts';
import { mixedTexts } from './mixed-texts.ts';

/** Raise it when what is filled in below changes. */
const CONTENT = 1;
const PIECE = 1_000;

/** The folder of a library of `count` records; makes it when it is not there yet. */
export async function mixedLibrary(count: number, say: (line: string) => void = () => {}): Promise<string> {
  const index = createHash('sha256').update(FTS_TABLE_SQL('t')).digest('hex').slice(0, 6);
  const name = `heirloom-bench-${SCHEMA_VERSION}-${ANALYSER_VERSION}-${index}-${CONTENT}-${count}`;
  const folder = join(tmpdir(), name);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}.part`;
  rmSync(part, { recursive: true, force: true });
  const bench = await openBenchCore();
  await bench.client.library.create({ folder: part, name: 'Bench', language: 'en' });
  await bench.close();
  const library = openDatabase(part);
  const db = library.write as WriteDb;
  const started = performance.now();
  const fill = filler(db);
  for (let from = 0; from < count; from += PIECE) {
    transact(db, () => {
      for (let number = from; number < Math.min(count, from + PIECE); number += 1) fill(number);
    });
    if (from % 10_000 === 0) say(`${from} of ${count} records`);
  }
  // As after an import, when the library has been left alone for a few seconds.
  for (let first = true; mergeIndexStep(db, first); first = false);
  db.pragma('wal_checkpoint(TRUNCATE)');
  library.close();
  renameSync(part, folder);
  say(`made ${count} records in ${((performance.now() - started) / 1_000).toFixed(0)} s: ${folder}`);
  return folder;
}

/** Ids in the order of making, like the app's own. */
function mixedId(number: number): string {
  return `019a0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

function paragraphs(text: string): RichText {
  const half = text.indexOf(' ', text.length / 2);
  const parts = half > 0 ? [text.slice(0, half), text.slice(half + 1)] : [text];
  return {
    version: 1,
    blocks: parts.map((part, i) => ({ id: `b${i}`, type: 'paragraph', children: [{ text: part }] })),
  };
}

/** Of a hundred: 70 cases, 18 notes, 6 questions, 4 answers, a topic, a person or a session. */
function filler(db: WriteDb): (number: number) => void {
  const texts = mixedTexts();
  let links = 0;
  const put = (kind: RecordKind, number: number, fields: object): void => {
    const at = new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString();
    const record = {
      id: kind === 'link' ? mixedId(2 ** 40 + number) : mixedId(number),
      createdAt: at,
      updatedAt: at,
      createdBy: null,
      version: 1,
      deletedAt: null,
      ...fields,
    };
    saveRecord(db, null, itemOf(kind, record as never), {
      makeId: () => mixedId(2 ** 42 + number + (kind === 'link' ? 2 ** 40 : 0)),
      authorId: null,
      reason: 'bench',
    });
  };
  return (number) => {
    const place = number % 100;
    const block = number - place;
    const { language, title, body } = texts.text(number, 2 + (number % 7));
    const topicIds = number % 3 === 0 ? [mixedId(block + 98)] : [];
    const document = paragraphs(body);
    if (place < 70) {
      const half = body.indexOf(' ', body.length * 0.6);
      put('case', number, {
        ...caseDefaults,
        source: number % 5 === 0 ? 'desk' : 'field',
        externalKey: `C-${number}`,
        title,
        customerName: `Site ${(number * 31) % 900}`,
        product: `HC-${(number * 17) % 400}`,
        openedAt: new Date(Date.UTC(2012, 0, 1) + ((number * 7919) % 5_000) * 86_400_000)
          .toISOString()
          .slice(0, 10),
        status: ['closed', 'closed', 'closed', 'open', 'waiting'][number % 5],
        priority: ['low', 'normal', 'high', 'urgent'][number % 4],
        description: half > 0 ? body.slice(0, half) : body,
        resolution: half > 0 ? body.slice(half + 1) : '',
        language,
        tags: number % 4 === 0 ? [`tag ${number % 60}`] : [],
        topicIds,
        fields: [{ name: 'Serial', value: `SN${(number * 7907) % 99_991}` }],
      });
    } else if (place < 88) {
      const confidence = number % 2 === 0 ? 'validated' : 'draft';
      put('note', number, {
        ...noteDefaults,
        title,
        document,
        language,
        topicIds,
        confidence,
        authorId: mixedId(99),
      });
      links += 1;
      const toId = mixedId(block + (place % 70));
      const ends = {
        fromKind: 'note',
        fromId: mixedId(number),
        fromBlock: null,
        toKind: 'case',
        toId,
        toBlock: null,
      };
      put('link', links, { ...linkDefaults, ...ends, type: 'see-also', toTitle: '', note: '' });
    } else if (place < 94)
      put('question', number, { ...questionDefaults, title, document, language, topicIds });
    else if (place < 98)
      put('answer', number, { ...answerDefaults, questionId: mixedId(number - 6), document, language });
    else if (place === 98) put('topic', number, { ...topicDefaults, name: title, about: body });
    else if (number % 200 === 99)
      put('person', number, { ...personDefaults, name: title.slice(0, 40), about: body });
    else put('session', number, { ...sessionDefaults, title, notes: document, topicIds });
  };
}

if (import.meta.main) await mixedLibrary(Number(process.argv[2] ?? 100_000), console.log);
