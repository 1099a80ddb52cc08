/**
 * How well and how fast search finds, on judged public sets and on a made-up library of 100,000 records.
 * Run: `node tests/bench/search-quality.ts [quality|speed]`. Needs the corpora folder for the first half.
 */
import { type JudgedSet, loadJudgedSets } from './judged-sets.ts';
import { persianVariants } from './persian-variants.ts';
import { baselines, type Engine, ours, quality } from './search-engines.ts';
import { measureSpeed } from './search-speed.ts';

const part = process.argv[2];
if (part !== 'speed') printQuality();
if (part !== 'quality') measureSpeed(Number(process.env['HEIRLOOM_BENCH_RECORDS'] ?? 100_000));

function printQuality(): void {
  const sets = loadJudgedSets();
  if (sets.length === 0) {
    console.log('No judged sets: put them under HEIRLOOM_CORPORA.');
    return;
  }
  printTable('nDCG@10', sets);
  const persian = sets.find((set) => set.name === 'Persian');
  if (persian) printTable('nDCG@10, queries made from the Persian articles', persianVariants(persian));
}

function printTable(heading: string, sets: readonly JudgedSet[]): void {
  console.log(heading);
  console.log(['engine'.padEnd(28), ...sets.map((set) => set.name.padStart(9))].join(' '));
  for (const make of [...baselines, ours] satisfies (() => Engine)[]) {
    const name = make().name;
    const row = sets.map((set) => quality(make(), set).toFixed(4).padStart(9));
    console.log([name.padEnd(28), ...row].join(' '));
  }
  console.log(['goal'.padEnd(28), ...sets.map((set) => set.goal.toFixed(3).padStart(9))].join(' '));
}
