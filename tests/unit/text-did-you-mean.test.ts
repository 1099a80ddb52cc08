import { expect, test } from 'vitest';
import { didYouMean, editDistance } from '../../shared/text/did-you-mean.ts';

const vocabulary = [
  { term: 'invoice', count: 40 },
  { term: 'invoices', count: 12 },
  { term: 'voice', count: 90 },
  { term: 'الگو', count: 4 },
  { term: 'قرارداد', count: 9 },
];

test.each([
  ['a swap', 'invocie', 'invoice'],
  ['a missing letter', 'invice', 'invoice'],
  ['a Persian word on an Arabic keyboard', 'قراردداد', 'قرارداد'],
])('%s', (_, typed, meant) => {
  expect(didYouMean(typed, vocabulary)[0]).toBe(meant);
});

test('a stem never wins over its word', () => {
  const withStem = [...vocabulary, { term: 'invoic', count: 60 }];
  expect(didYouMean('invocie', withStem)).not.toContain('invoic');
});

test('the typed word itself, far words and very short words are no suggestions', () => {
  expect(didYouMean('invoice', vocabulary)).not.toContain('invoice');
  expect(didYouMean('zebra', vocabulary)).toEqual([]);
  expect(didYouMean('in', vocabulary)).toEqual([]);
});

test('never more suggestions than asked, and a huge vocabulary is read only in part', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({ term: `word${i}`, count: 1 }));
  expect(didYouMean('word1', many, 3).length).toBeLessThanOrEqual(3);
});

test('distances', () => {
  expect(editDistance('abc', 'acb', 2)).toBe(1);
  expect(editDistance('abc', 'abc', 2)).toBe(0);
  expect(editDistance('', 'ab', 2)).toBe(2);
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
});
