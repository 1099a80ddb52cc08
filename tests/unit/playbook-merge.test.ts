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
    ['both added steps', [section('first', step('x', 'x'))], [section('first', step('y', 'y'))]],
    [
      'both gave a step another title',
      [section('first', step('a', 'one', 'A1'), step('b', 'two')), section('second', step('c', 'three'))],
      [section('first', step('a', 'one', 'A2'), step('b', 'two')), section('second', step('c', 'three'))],
    ],
    [
      'one took out a step that the other wrote in',
      [section('first', step('b', 'two')), section('second', step('c', 'three'))],
      [section('first', step('a', 'one and more'), step('b', 'two')), section('second', step('c', 'three'))],
    ],
  ])('leaves it to a person when %s', (_what, mine, theirs) => {
    expect(mergeSections(base, mine, theirs)).toBeNull();
    expect(mergeSections(base, theirs, mine)).toBeNull();
  });

  it('is the other side where one did nothing', () => {
    const theirs = [section('first', step('b', 'two'))];
    expect(mergeSections(base, base, theirs)?.sections).toEqual(theirs);
    expect(mergeSections(base, theirs, base)?.sections).toEqual(theirs);
  });
});
