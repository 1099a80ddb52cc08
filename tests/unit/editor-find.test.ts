import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, MAX_MATCHES, rangeOf } from '../../renderer/editor/find/match-lines.ts';
import type { Block } from '../../shared/richtext/document.ts';

const LOOSE = { wholeWords: false, exact: false };
const paragraph = (...texts: readonly string[]): Block => ({
  id: 'one-block',
  type: 'paragraph',
  children: texts.map((text) => ({ text })),
});
const found = (text: string, query: string, options = LOOSE): string[] =>
  findMatches([paragraph(text)], query, options).map(({ start, end }) => text.slice(start, end));

describe('finding in a text', () => {
  it.each([
    ['case', 'Pump PUMP', 'pump', ['Pump', 'PUMP']],
    ['accents', 'Café cafe', 'cafe', ['Café', 'cafe']],
    ['letters that become two', 'Straße', 'strasse', ['Straße']],
    ['half of such a letter', 'ß', 's', ['ß']],
    ['Arabic and Persian letters', 'كتاب کتاب', 'کتاب', ['كتاب', 'کتاب']],
    ['vowel signs', 'کِتاب', 'کتاب', ['کِتاب']],
    ['digits', '۱۲ ١٢ ๑๒ 12', '12', ['۱۲', '١٢', '๑๒', '12']],
    ['spaces of every kind', 'a\u00a0b a  b', 'a b', ['a\u00a0b', 'a  b']],
    ['a joiner typed in the text only', 'می‌خواهم', 'میخواهم', ['می‌خواهم']],
    ['a joiner typed in the query only', 'میخواهم', 'می‌خواهم', ['میخواهم']],
    ['wide letters', 'ＡＢＣ', 'abc', ['ＡＢＣ']],
    ['Thai', 'ปั๊มมีเสียง', 'ปั๊ม', ['ปั๊ม']],
    ['Chinese', '先断电再看', '断电', ['断电']],
  ])('looks alike: %s', (_name, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it.each(['', ' ', '\u200c', '\u00ad\u200d'])('finds nothing for the empty query %j', (query) => {
    expect(found('a b\u200c', query)).toEqual([]);
  });

  it('takes signs of patterns as they are written', () => {
    for (const sign of '\\^$.*+?()[]{}|/-&#@'.split('')) {
      expect(found(`a${sign}b`, sign)).toEqual([sign]);
      expect(found(`a${sign}b`, sign, { ...LOOSE, exact: true })).toEqual([sign]);
    }
  });

  it('finds whole words in scripts with and without spaces', () => {
    const whole = { wholeWords: true, exact: false };
    expect(found('pump pumps pump’s', 'pump', whole)).toEqual(['pump', 'pump']);
    expect(found('کتاب کتاب‌ها', 'کتاب', whole)).toEqual(['کتاب']);
    expect(found('ปั๊มมีเสียง', 'มี', whole)).toEqual(['มี']);
    expect(found('ปั๊มมีเสียง', 'มีเ', whole)).toEqual([]);
    // A word ends where another script begins, whatever dictionary knows both.
    expect(found('ปั๊มHMS断电', 'HMS', whole)).toEqual(['HMS']);
    expect(found('断电x', '电', whole)).toEqual([]);
  });

  it('gives ranges that hold exactly what was found, across marks', () => {
    const block: Block = {
      id: 'one-block',
      type: 'paragraph',
      children: [{ text: 'a bo' }, { text: 'ld', bold: true }, { text: 'er b' }],
    };
    const root = { children: [block] } as never;
    const [match] = findMatches([block], 'BOLDER', LOOSE);
    expect(match && rangeOf(root, match)).toEqual({
      anchor: { path: [0, 0], offset: 2 },
      focus: { path: [0, 2], offset: 2 },
    });
  });

  it('reads through links, and never across a mention, whose name it finds', () => {
    const block: Block = {
      id: 'one-block',
      type: 'paragraph',
      children: [
        { text: 'see the ' },
        { type: 'link', url: 'https://x.example/', children: [{ text: 'red pump' }] },
        { text: ' of' },
        {
          type: 'mention',
          kind: 'case',
          id: '01890000-0000-7000-8000-000000000001',
          label: 'Case 17',
          children: [],
        },
        { text: 'fice' },
      ],
    };
    const root = { children: [block] } as never;
    const ranges = (query: string) =>
      findMatches([block], query, LOOSE).map((match) => [match.isName ?? false, rangeOf(root, match)]);
    expect(ranges('the red pump of')).toEqual([
      [false, { anchor: { path: [0, 0], offset: 4 }, focus: { path: [0, 2], offset: 3 } }],
    ]);
    expect(ranges('office')).toEqual([]);
    expect(ranges('fice')).toEqual([
      [false, { anchor: { path: [0, 4], offset: 0 }, focus: { path: [0, 4], offset: 4 } }],
    ]);
    expect(ranges('case')).toEqual([
      [true, { anchor: { path: [0, 3, 0], offset: 0 }, focus: { path: [0, 3, 0], offset: 0 } }],
    ]);
  });

  it('is not taken in by a text that has changed since', () => {
    const [match] = findMatches([paragraph('pump')], 'pump', LOOSE);
    expect(match && rangeOf({ children: [paragraph('pu')] } as never, match)).toBeUndefined();
    expect(match && rangeOf({ children: [] } as never, match)).toBeUndefined();
  });

  it('stops at a limit in a text of one letter', () => {
    expect(findMatches([paragraph('a'.repeat(MAX_MATCHES + 500))], 'a', LOOSE)).toHaveLength(MAX_MATCHES);
  });

  it('never fails, and finds what stands there letter for letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
        (before, query) => {
          const text = `${before}${query}`.toWellFormed();
          const needle = query.toWellFormed();
          findMatches([paragraph(text)], needle, LOOSE);
          const exact = findMatches([paragraph(text)], needle, { ...LOOSE, exact: true });
          expect(exact.length).toBeGreaterThan(0);
          for (const { start, end } of exact) expect(text.slice(start, end)).toBe(needle);
        },
      ),
      { numRuns: 300 },
    );
  });
});
