/**
 * What the store needs to save the long note, in a process of its own as the store has it. Prints one line of JSON:
 * milliseconds for each save that leaves a revision behind, of each that goes on with a sitting, of each draft.
 * Run: node tests/bench/editor/revision-probe.ts SAVES
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RichText } from '../../../shared/richtext/document.ts';
import { openBenchCore } from '../bench-core.ts';
import { longNote } from './long-note.ts';

export interface SaveTime {
  readonly wall: number;
  /** What this thread itself took: nearly the same on a busy machine as on an idle one. */
  readonly cpu: number;
}
export type SaveTimes = Readonly<Record<'revisions' | 'sitting' | 'drafts', SaveTime[]>>;

const SAVES = Number(process.argv[2] ?? 40);
/** The first ones compile and fill caches. */
const WARM_UP = 5;

const folder = mkdtempSync(join(tmpdir(), 'heirloom-bench-save-'));
const bench = await openBenchCore();
const { client } = bench;
await client.library.create({ folder: join(folder, 'library'), name: 'Bench', language: 'en' });
let document = longNote();
let note = await client.notes.create({ fields: { title: 'A long note', document } });
const times: SaveTimes = { revisions: [], sitting: [], drafts: [] };

for (let turn = 0; turn < SAVES + WARM_UP; turn += 1) {
  const made: Record<keyof SaveTimes, () => Promise<void>> = {
    revisions: async () => {
      note = await client.notes.save({
        id: note.id,
        expectedVersion: note.version,
        fields: { document },
        reason: 'bench',
      });
    },
    sitting: async () => {
      note = await client.notes.save({ id: note.id, expectedVersion: note.version, fields: { document } });
    },
    drafts: async () => {
      const place = { kind: 'note', recordId: note.id, field: 'document' } as const;
      await client.drafts.put({ ...place, value: JSON.stringify(document), baseVersion: note.version });
    },
  };
  for (const name of ['revisions', 'sitting', 'drafts'] as const) {
    document = written(document, turn);
    const cpu = process.threadCpuUsage();
    const start = performance.now();
    await made[name]();
    const { user, system } = process.threadCpuUsage(cpu);
    if (turn >= WARM_UP) times[name].push({ wall: performance.now() - start, cpu: (user + system) / 1_000 });
  }
}
await bench.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
console.log(JSON.stringify(times));

/** The text after a sentence more, as it comes over the wire: a copy without a block in common. */
function written(before: RichText, turn: number): RichText {
  const copy = structuredClone(before);
  const block = copy.blocks[(turn * 37) % copy.blocks.length];
  if (block?.type === 'paragraph') block.children.push({ text: ` Sentence ${turn} and some words more.` });
  return copy;
}
