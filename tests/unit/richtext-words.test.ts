import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countBlock,
  countText,
  countWords,
  isCounted,
  sumCounts,
} from '../../shared/richtext/count-words.ts';
import { EMPTY_DOCUMENT } from '../../shared/richtext/document.ts';
import { splitWords } from '../../shared/richtext/words.ts';
import { paragraphs } from '../support/rich-text-builders.ts';

const wordsOf = (text: string): string[] =>
  splitWords(text).flatMap(({ text: part, isWord }) => (isWord ? [part] : []));

describe('words', () => {
  it.each([
    ["The pump's 10.5 bar, isn't it?", ['The', "pump's", '10.5', 'bar', "isn't", 'it']],
    ['می‌خواهم پمپ را ببینم.', ['می‌خواهم', 'پمپ', 'را', 'ببینم']],
    ['ปั๊มมีเสียงแต่ไม่หมุน', ['ปั๊ม', 'มี', 'เสียง', 'แต่', 'ไม่', 'หมุน']],
    ['', []],
    [' \n\t', []],
    ['— !? …', []],
  ])('of %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('finds more than one word in a Chinese sentence', () => {
    const found = wordsOf('水泵嗡嗡作响但不转，先断电。');
    expect(found.length).toBeGreaterThan(3);
    expect(found.join('')).toBe('水泵嗡嗡作响但不转先断电');
  });

  it('gives the text back letter for letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const whole = text.toWellFormed();
        expect(
          splitWords(whole)
            .map((part) => part.text)
            .join(''),
        ).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });
});

describe('word count', () => {
  it('counts by script', () => {
    const count = countWords(paragraphs('The pump hums', 'پمپ صدا می‌دهد', 'ปั๊มมีเสียง', '水泵不转', '42'));
    expect(count.byScript.latin).toBe(3);
    expect(count.byScript.arabic).toBe(3);
    expect(count.byScript.thai).toBe(3);
    expect(count.hanCharacters).toBe(4);
    expect(count.byScript.other).toBe(1);
    expect(count.words).toBe(count.byScript.han + 10);
  });

  it('says how long it takes to read', () => {
    expect(countWords(EMPTY_DOCUMENT).minutes).toBe(0);
    expect(countWords(paragraphs('short')).minutes).toBe(1);
    expect(countWords(paragraphs('word '.repeat(2280))).minutes).toBe(10);
    expect(countWords(paragraphs('کلمه '.repeat(1380))).minutes).toBe(10);
    expect(countWords(paragraphs('水'.repeat(2550))).minutes).toBe(10);
  });
});

describe('counts in portions', () => {
  it('come to the same as the whole', () => {
    const document = paragraphs('The pump hums', 'پمپ صدا می‌دهد', '水泵不转 and 42');
    expect(document.blocks.some(isCounted)).toBe(false);
    const parts = document.blocks.map(countBlock);
    expect(document.blocks.every(isCounted)).toBe(true);
    expect(sumCounts(parts)).toEqual(countWords(document));
    expect(sumCounts([countText('水泵不转')]).hanCharacters).toBe(4);
    expect(sumCounts([])).toEqual(countWords(EMPTY_DOCUMENT));
  });
});
