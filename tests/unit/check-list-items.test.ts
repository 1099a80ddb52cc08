import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfText, moveItem, putBack } from '../../renderer/widgets/check-list-items.ts';
import { matchesWords } from '../../renderer/widgets/paged-list.ts';

describe('lines of a check list', () => {
  it('moves one and keeps the order of the others', () => {
    expect(moveItem(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });

  it('loses and invents nothing, wherever it is asked to move', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 12 }),
        fc.integer({ min: -3, max: 15 }),
        fc.integer({ min: -3, max: 15 }),
        (items, from, to) => {
          expect(moveItem(items, from, to).sort()).toEqual([...items].sort());
        },
      ),
    );
  });

  it('reads pasted lists in any of our scripts', () => {
    expect(linesOfText('- one\r\n* two\n\n  3) three\n۴. چهار\n☐ ห้า\n[x] six')).toEqual([
      'one',
      'two',
      'three',
      'چهار',
      'ห้า',
      'six',
    ]);
    expect(linesOfText('3.5 bar at the gland')).toEqual(['3.5 bar at the gland']);
    expect(linesOfText(' \n\t\n')).toEqual([]);
  });

  it('puts a line back once, and at the end of a list that grew shorter', () => {
    const [a, b] = [{ id: 'a' }, { id: 'b' }];
    expect(putBack([a], b, 7)).toEqual([a, b]);
    expect(putBack([b], a, 0)).toEqual([a, b]);
    expect(putBack([a, b], b, 0)).toEqual([a, b]);
  });
});

describe('filtering rows', () => {
  it('wants every word, anywhere, in any spelling of Persian letters', () => {
    expect(matchesWords('ash tom', ['Tom Ashgrove', 'Coordinator'])).toBe(true);
    expect(matchesWords('tom seal', ['Tom Ashgrove'])).toBe(false);
    expect(matchesWords('علي', ['علی رضایی'])).toBe(true);
    expect(matchesWords('نشستها', ['نشست‌ها'])).toBe(true);
    expect(matchesWords('密封', ['机械密封专员'])).toBe(true);
    expect(matchesWords('  ', [])).toBe(true);
  });
});
