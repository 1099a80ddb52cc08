import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstStrongDirection, resolveDirections } from '../../shared/richtext/direction.ts';
import type { Block } from '../../shared/richtext/document.ts';
import { keepNumbers, listNumbers, naturalNumbers } from '../../shared/richtext/list-numbers.ts';
import { reorderBlocks } from '../../shared/richtext/reorder.ts';
import { anyDocument, documentOf, paragraphs } from '../support/rich-text-builders.ts';

describe('direction of a text', () => {
  it.each([
    ['Hello', 'ltr'],
    ['سلام', 'rtl'],
    ['שלום', 'rtl'],
    ['水泵', 'ltr'],
    ['ปั๊ม', 'ltr'],
    ['12 — (سلام) hello', 'rtl'],
    ['“Hello” سلام', 'ltr'],
    ['۱۲۳', undefined],
    ['123 !?', undefined],
    ['', undefined],
    ['\u200fabc', 'rtl'],
    ['\u200eسلام', 'ltr'],
    ['😀 سلام', 'rtl'],
  ])('%j runs %s', (text, direction) => {
    expect(firstStrongDirection(text)).toBe(direction);
  });

  it('is taken from the block before where a block has none, at the top from the first that has', () => {
    expect(resolveDirections(paragraphs('1', 'سلام', '', '42', 'Hi', '').blocks)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
    expect(resolveDirections(paragraphs('1', '').blocks)).toEqual([undefined, undefined]);
  });

  it('is what the writer chose, before what the letters say', () => {
    const blocks = [
      ...documentOf({ id: '', dir: 'rtl', type: 'paragraph', children: [{ text: 'Hi' }] }).blocks,
      ...paragraphs('7').blocks,
    ];
    expect(resolveDirections(blocks)).toEqual(['rtl', 'rtl']);
  });
});

describe('numbers of list items', () => {
  const item = (style: 'bullet' | 'number' | 'check', depth: number): Block => ({
    id: '',
    type: 'list-item',
    style,
    depth,
    children: [],
  });

  it('count by depth and begin anew after anything else', () => {
    const blocks = [
      item('number', 0),
      item('number', 1),
      item('number', 1),
      item('number', 0),
      item('number', 1),
      ...paragraphs('x').blocks,
      item('number', 0),
    ];
    expect(listNumbers(blocks)).toEqual([1, 1, 2, 2, 1, undefined, 1]);
  });

  it('go on over nested items of another style, and end at one of the same depth', () => {
    expect(listNumbers([item('number', 0), item('bullet', 1), item('number', 0)])).toEqual([1, undefined, 2]);
    expect(listNumbers([item('number', 0), item('bullet', 0), item('number', 0)])).toEqual([1, undefined, 1]);
  });

  it('begin where an item says, and count on from there at its depth', () => {
    const from = (start: number, depth = 0) => ({ ...item('number', depth), start });
    expect(listNumbers([from(3), item('number', 0), from(1), item('number', 0)])).toEqual([3, 4, 1, 2]);
    expect(listNumbers([from(3), from(7, 1), item('number', 1), item('number', 0)])).toEqual([3, 7, 8, 4]);
    expect(naturalNumbers([from(3), from(7, 1), item('number', 1), from(9)])).toEqual([1, 1, 8, 4]);
    expect(naturalNumbers([item('bullet', 0), from(3), ...paragraphs('x').blocks, from(5)])).toEqual([
      undefined,
      1,
      undefined,
      1,
    ]);
  });

  it('are kept from where they come with as few starts as can be', () => {
    const given = (...shown: readonly (number | undefined)[]) => {
      const blocks = shown.map((_, at) => ({ ...item('number', 0), id: `block-${at}` }));
      const map = new Map(
        blocks.flatMap((block, at) => (shown[at] === undefined ? [] : [[block, shown[at]]])),
      );
      const lost = keepNumbers(blocks, map as ReadonlyMap<Block, number>);
      return { starts: blocks.map((block) => ('start' in block ? block.start : undefined)), lost };
    };
    expect(given(1, 2, 3)).toEqual({ starts: [undefined, undefined, undefined], lost: 0 });
    expect(given(3, 4, 1)).toEqual({ starts: [3, undefined, 1], lost: 0 });
    expect(given(undefined, 2, undefined, 9)).toEqual({
      starts: [undefined, undefined, undefined, 9],
      lost: 0,
    });
    // Lists that begin below one begin at one, and say so once.
    expect(given(0, 1, 2)).toEqual({ starts: [undefined, undefined, undefined], lost: 1 });
    expect(given(-4, 9_999_999_999)).toEqual({ starts: [undefined, undefined], lost: 2 });
    expect(given(1.5, Number.NaN).starts).toEqual([undefined, undefined]);
  });

  it('bear a list that begins deep', () => {
    expect(listNumbers([item('number', 3), item('number', 3), item('number', 0)])).toEqual([1, 2, 1]);
  });
});

describe('moving blocks', () => {
  const order = (document: ReturnType<typeof paragraphs>): string =>
    document.blocks.map(({ id }) => id.slice(-1)).join('');
  const four = paragraphs('a', 'b', 'c', 'd');

  it.each([
    [0, 1, 2, '2134'],
    [0, 1, 4, '2341'],
    [2, 2, 0, '3412'],
    [1, 2, 4, '1423'],
    [3, 1, 0, '4123'],
    [1, 1, 2, '1234'],
    [0, 99, 0, '1234'],
    [-5, 1, 99, '2341'],
    [9, 1, 0, '1234'],
    [0, -1, 3, '1234'],
    [Number.NaN, 1, 2, '2134'],
  ])('from %d, %d of them, before %d', (from, count, to, expected) => {
    expect(order(reorderBlocks(four, from, count, to))).toBe(expected);
  });

  it('never loses or doubles a block, and gives the same document back when nothing moves', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.integer({ min: -3, max: 12 }),
        fc.integer({ min: -3, max: 12 }),
        fc.integer({ min: -3, max: 12 }),
        (document, from, count, to) => {
          const moved = reorderBlocks(document, from, count, to);
          expect([...moved.blocks].sort(byId)).toEqual([...document.blocks].sort(byId));
          if (count <= 0) expect(moved).toBe(document);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const byId = (a: Block, b: Block): number => (a.id < b.id ? -1 : 1);
