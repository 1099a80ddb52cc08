// Export and import of 10,000 records, printed as a table. Goal: both together within 20 seconds on two cores.
//   node tests/bench/packages.ts [records]
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers';
import { transact } from '../../electron/data/handle.ts';
import { itemOf, saveRecord } from '../../electron/data/records.ts';
import { applyImport } from '../../electron/packages/apply-import.ts';
import { exportPackage } from '../../electron/packages/export-package.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { planExport } from '../../electron/packages/plan-export.ts';
import { previewImport } from '../../electron/packages/preview-import.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import { caseDefaults } from '../../shared/domain/case.ts';
import { noteDefaults } from '../../shared/domain/note.ts';
import { emptyReader } from '../support/package-trip.ts';
import { type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

const count = Number(process.argv[2] ?? 10_000);

const WORDS = (
  'pump seal bearing shaft drip noise pressure valve torque gland packing impeller coupling alignment vibration ' +
  'تلمبه آب‌بند یاتاقان فشار نشتی صدا شفت گلند پروانه هم‌محوری 泵的机械密封漏水 轴承温度过高 ปั๊มน้ำรั่วที่ซีล ตลับลูกปืนร้อน'
).split(' ');
let seed = 1;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};
const words = (many: number): string =>
  Array.from({ length: many }, () => WORDS[random(WORDS.length)] ?? '').join(' ');

/** Six parts cases to four parts notes, with texts as long as those of real work orders and short notes. */
function fill(library: SmallLibrary): void {
  const at = library.now();
  const start = { createdAt: at, updatedAt: at, createdBy: null, version: 1, deletedAt: null };
  const meta = { makeId: library.makeId, authorId: null, reason: '' };
  transact(library.db, () => {
    for (let number = 0; number < count; number += 1) {
      const id = testId(`bench ${number}`);
      if (number % 10 < 6) {
        const own = {
          source: 'bench',
          externalKey: String(number),
          title: words(6),
          description: words(60),
          resolution: words(20),
        };
        saveRecord(
          library.db,
          null,
          itemOf('case', { ...(caseDefaults as object), ...start, id, ...own } as never),
          meta,
        );
      } else {
        const blocks = [1, 2, 3].map((block) => ({
          id: `block-${block}`,
          type: 'paragraph' as const,
          children: [{ text: words(40) }],
        }));
        const own = { title: words(5), document: { version: 1 as const, blocks } };
        saveRecord(
          library.db,
          null,
          itemOf('note', { ...(noteDefaults as object), ...start, id, ...own } as never),
          meta,
        );
      }
    }
  });
}

/** Longest time nobody else could be served. */
function watchTurns(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = every(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

const rows: { step: string; seconds: string; 'of them computing': string; 'longest wait (ms)': number }[] =
  [];
let total = 0;
async function timed<T>(step: string, work: () => Promise<T> | T, counts = true): Promise<T> {
  const stop = watchTurns();
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  // On a busy machine only this says what the work itself takes; it also counts the threads that pack and hash.
  const cpu = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  await new Promise((done) => setTimeout(done, 10));
  rows.push({
    step,
    seconds: seconds.toFixed(2),
    'of them computing': ((cpu.user + cpu.system) / 1e6).toFixed(2),
    'longest wait (ms)': Math.round(stop()),
  });
  if (counts) total += seconds;
  return result;
}

const built = join(import.meta.dirname, '../../out/reader');
const readerDir = existsSync(join(built, 'index.html')) ? built : emptyReader();
const here = smallLibrary();
const there = smallLibrary(1_000_000);
fill(here);
const path = join(here.folder, 'bench.heirloom');
const scope = { type: 'all' } as const;
const selection = await timed('plan', () => planExport(here.db, { scope, audience: 'team' }));
await timed('export', () =>
  exportPackage({
    db: here.db,
    write: here.db,
    mediaRoot: here.mediaRoot,
    selection,
    scope,
    audience: 'team',
    title: 'Bench',
    licence: '',
    outPath: path,
    readerDir,
    now: here.now,
    makeId: here.makeId,
  }),
);
await timed('verify', () => verifyPackage(path), false);
const opened = await timed('open', () => openPackage(path, there.folder));
await timed('preview', () => previewImport(there.db, opened), false);
const common = {
  db: there.db,
  mediaRoot: there.mediaRoot,
  opened,
  onConflict: 'keep-both',
  choices: [],
  dryRun: false,
} as const;
const apply = () => applyImport({ ...common, now: there.now, makeId: there.makeId, authorId: null });
const report = await timed('import', apply);
await timed('import again', apply, false);
await opened.discard();
console.table(rows);
console.log(
  `${selection.total} records, ${(statSync(path).size / 1e6).toFixed(1)} MB, ${report.created} created; export + import ${total.toFixed(1)} s (goal 20 s for 10,000)`,
);
here.close();
there.close();
