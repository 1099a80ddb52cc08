import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, SEGMENT_MARK } from '../../shared/text/analyse.ts';
import { indexText, indexTextBigramsOnly } from '../../shared/text/index-text.ts';

const terms = (text: string) => analyse(text).map((token) => token.term);

test('English words come with their stems', () => {
  expect(terms('The engineers were running')).toEqual(
    expect.arrayContaining(['engineers', 'engin', 'running', 'run']),
  );
});

test('apostrophes of both kinds end a word in the same place', () => {
  expect(terms('customer’s')).toEqual(terms("customer's"));
  expect(terms("customer's")).toContain('custom');
});

test('a Persian word with a zero-width non-joiner has both forms and its bare stem', () => {
  expect(terms('کتاب\u200cهای')).toEqual(expect.arrayContaining(['کتاب', 'های', 'کتابهای']));
  expect(terms('کتابهای')).toContain('کتاب');
  expect(terms('می\u200cخواهم')).toEqual(expect.arrayContaining(['میخواهم', 'خواهم']));
});

test('short Persian words keep what looks like an affix', () => {
  for (const word of ['دفتر', 'دختر', 'تنها', 'میدان']) {
    expect(analyse(word).filter((token) => token.kind === 'light')).toEqual([]);
  }
});

test('unspaced scripts give bigrams in order, a last letter and dictionary words', () => {
  const tokens = analyse('客户合同');
  expect(tokens.filter((token) => token.kind === 'bigram').map((token) => token.term)).toEqual([
    '客户',
    '户合',
    '合同',
  ]);
  expect(tokens.filter((token) => token.kind === 'tail').map((token) => token.term)).toEqual(['同']);
  expect(tokens.map((token) => token.term)).toContain(`${SEGMENT_MARK}客户`);
});

test('a Thai letter stays with its vowel and tone', () => {
  expect(
    analyse('น้ำมัน')
      .filter((token) => token.kind === 'bigram')
      .map((token) => token.term),
  ).toEqual(['น้ำมั', 'มัน']);
});

test('digits glued to Persian or Thai letters are words of their own', () => {
  expect(terms('جذب714 ميليارد')).toEqual(expect.arrayContaining(['جذب', '714', 'میلیارد']));
  expect(terms('ปี๒๕๖๗')).toContain('2567');
});

test('index text keeps neighbours together and stems in the place of their words', () => {
  expect(indexText('running engines')).toBe('run engin running engines');
  expect(indexText('客户合同').startsWith('客户 户合 合同 同')).toBe(true);
});

test('the reader variant needs no dictionary', () => {
  expect(indexTextBigramsOnly('น้ำมันเครื่อง 客户')).not.toContain(SEGMENT_MARK);
});

test('any text: offsets are in order and inside, terms are never empty nor spaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const token of analyse(text)) {
        expect(token.start).toBeLessThan(token.end);
        expect(token.end).toBeLessThanOrEqual(text.length);
        expect(token.term).toMatch(/^\S+$/u);
      }
    }),
    { numRuns: 100 },
  );
});

test('a very long unbroken text is taken in pieces', () => {
  expect(analyse('ก'.repeat(50_000)).length).toBeGreaterThan(50_000);
  expect(analyse('x'.repeat(50_000)).every((token) => token.term.length <= 64)).toBe(true);
});
