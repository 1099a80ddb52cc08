import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section, Step } from '../../shared/domain/playbook.ts';
import { mergeSections } from '../../shared/domain/playbook-merge.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { paragraphs } from '../support/rich-text-builders.ts';

const step = (id: string, text: string, title = id): Step => ({
  id,
  title,
  document: paragraphs(text),
  reference: null,
});
const section = (id: string, ...steps: readonly Step[]): Section => ({ id, title: id, steps: [...steps] });
const told = (sections: readonly Section[] | undefined): string[] | undefined =>
  sections?.flatMap(({ title, steps }) => [
    title,
    ...steps.map((one) => `${one.title}: ${plainText(one.document)}`),
  ]);

describe('two windows at one playbook', () => {
  const base = [section('first', step('a', 'one'), step('b', 'two')), section('second', step('c', 'three'))];

  it('joins a text here with a title there, a new step and another order', () => {
    const mine = [
      section('first', step('a', 'ONE'), step('b', 'two')),
      section('second', step('c', 'three')),
    ];
    const theirs = [
      section('second', step('c', 'three', 'called c')),
      section('first', step('b', 'two'), step('new', 'new'), step('a', 'one')),
    ];
    const expected = ['second', 'called c: three', 'first', 'b: two', 'new: new', 'a: ONE'];
    expect(told(mergeSections(base, mine, theirs)?.sections)).toEqual(expected);
    expect(told(mergeSections(base, theirs, mine)?.sections)).toEqual(expected);
  });

  it('keeps both texts of a block that both changed, and says so', () => {
    const merged = mergeSections(
      base,
      [section('first', step('a', 'mine'), step('b', 'two')), section('second', step('c', 'three'))],
      [section('first', step('a', 'theirs'), step('b', 'two')), section('second', step('c', 'three'))],
    );
    expect(told(merged?.sections)?.[1]).toBe('a: mine\ntheirs');
    expect(merged?.conflicts).toHaveLength(1);
  });

  it.each([
    [
      'both added steps',
      [section('first', step('a', 'one'), step('x', 'x'))],
      [section('first', step('a', 'one'), step('y', 'y'))],
      ['first', 'a: one', 'x: x', 'y: y'],
    ],
    [
      'one took out a step that the other wrote in',
      [section('first', step('b', 'two')), section('second', step('c', 'three'))],
      [section('first', step('a', 'one and more'), step('b', 'two')), section('second', step('c', 'three'))],
      ['first', 'a: one and more', 'b: two', 'second', 'c: three'],
    ],
    [
      'one took out a section that the other wrote in, and keeps no more of it than that',
      [section('second', step('c', 'three'))],
      [section('first', step('a', 'one'), step('b', 'two and more')), section('second', step('c', 'three'))],
      ['first', 'b: two and more', 'second', 'c: three'],
    ],
    [
      'one moved a step into a section that the other took out',
      [section('first', step('a', 'one')), section('second', step('c', 'three'), step('b', 'two'))],
      [section('first', step('a', 'one'), step('b', 'two, longer'))],
      ['first', 'a: one', 'second', 'b: two, longer'],
    ],
    [
      'one named the section that the other took out',
      [section('second', step('c', 'three'))],
      [
        { ...section('first', step('a', 'one'), step('b', 'two')), title: 'First things' },
        section('second', step('c', 'three')),
      ],
      ['First things', 'second', 'c: three'],
    ],
  ])('loses no word when %s', (_what, mine, theirs, expected) => {
    expect(told(mergeSections(base, mine, theirs).sections)).toEqual(expected);
    expect(told(mergeSections(base, theirs, mine).sections)).toEqual(expected);
  });

  it('puts two titles of one thing side by side, and takes the longer where it holds the other', () => {
    const called = (title: string): Section[] => [section('first', step('a', 'one', title))];
    const merge = (mine: string, theirs: string): string | undefined =>
      told(mergeSections(base, called(mine), called(theirs)).sections)?.[1];
    expect(merge('Warm up', 'Warm the oil')).toBe('Warm up / Warm the oil: one');
    expect(merge('Warm', 'Warm the oil')).toBe('Warm the oil: one');
    expect(merge('Warm the oil', 'Warm')).toBe('Warm the oil: one');
  });

  it('takes what either side shows beside a step, and keeps a step that the other took out for it', () => {
    const reference = { kind: 'note', id: '01890000-0000-7000-8000-000000000001', title: 'Seals' } as const;
    const shows: Section[] = [section('first', { ...step('a', 'one'), reference }, step('b', 'two'))];
    const wrote: Section[] = [section('first', step('a', 'ONE'), step('b', 'two'))];
    const took: Section[] = [section('first', step('b', 'two'))];
    const first = (mine: Section[], theirs: Section[]): Step | undefined =>
      mergeSections(base, mine, theirs).sections[0]?.steps.find(({ id }) => id === 'a');
    for (const [mine, theirs] of [
      [shows, wrote],
      [wrote, shows],
    ] as const) {
      const merged = first(mine, theirs);
      expect(merged?.reference).toEqual(reference);
      expect(merged && plainText(merged.document)).toBe('ONE');
    }
    expect(first(shows, took)?.reference).toEqual(reference);
    expect(first(took, shows)?.reference).toEqual(reference);
  });

  it('says which step a conflict is in: block ids are the same in many steps', () => {
    const both = (word: string): Section[] => [section('first', step('a', word), step('b', word))];
    const { conflicts } = mergeSections(base, both('mine'), both('theirs'));
    expect(conflicts.map(({ id, stepId }) => `${stepId} ${id}`)).toEqual(['a block-1', 'b block-1']);
  });

  it('never leaves out a step that either side wrote in, whatever they moved, added and took out', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const side = fc
      .array(
        fc.record({
          id: fc.constantFrom('s1', 's2', 's3'),
          steps: fc.array(
            fc.record({ id: fc.constantFrom(...ids), text: fc.constantFrom('same', 'mine', 'theirs') }),
          ),
        }),
      )
      .map((sections) => {
        const seen = new Set<string>();
        const fresh = (id: string): boolean => !seen.has(id) && seen.add(id) !== undefined;
        return sections.flatMap(({ id, steps }) =>
          fresh(id)
            ? [section(id, ...steps.filter((one) => fresh(one.id)).map((one) => step(one.id, one.text, '')))]
            : [],
        );
      });
    fc.assert(
      fc.property(side, side, side, (before, mine, theirs) => {
        const all = (sections: readonly Section[]): Step[] => sections.flatMap(({ steps }) => steps);
        const merged = all(mergeSections(before, mine, theirs).sections);
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        for (const wrote of [...all(mine), ...all(theirs)]) {
          const was = all(before).find(({ id }) => id === wrote.id);
          if (was && plainText(was.document) === plainText(wrote.document)) continue;
          const kept = merged.find(({ id }) => id === wrote.id);
          expect(kept && plainText(kept.document)).toContain(plainText(wrote.document));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the other side where one did nothing', () => {
    const theirs = [section('first', step('b', 'two'))];
    expect(mergeSections(base, base, theirs)?.sections).toEqual(theirs);
    expect(mergeSections(base, theirs, base)?.sections).toEqual(theirs);
  });
});
