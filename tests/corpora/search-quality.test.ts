import { describe, expect, test } from 'vitest';
import { loadJudgedSets } from '../bench/judged-sets.ts';
import { ours, quality } from '../bench/search-engines.ts';

/** Every third query is enough to notice a loss. The Persian set is headlines, far harder than its goal for questions. */
const FLOORS: Readonly<Record<string, number>> = { Thai: 0.95, Chinese: 0.992, English: 0.39, Persian: 0.91 };
const sets = loadJudgedSets();

describe.skipIf(sets.length === 0)('search on judged sets', () => {
  test.each(sets.map((set) => [set.name, set] as const))(
    '%s',
    (name, set) => {
      const step = set.queries.length > 1000 ? 3 : 1;
      const queries = set.queries.filter((_, i) => i % step === 0);
      expect(quality(ours(), { ...set, queries })).toBeGreaterThan(FLOORS[name] ?? 1);
    },
    180_000,
  );
});
