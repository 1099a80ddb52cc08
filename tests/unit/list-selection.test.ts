import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionForKey,
  emptyListState,
  type ListAction,
  type ListState,
  reduceList,
} from '../../renderer/ui/list-selection.ts';

const keys = ['a', 'b', 'c', 'd', 'e'];
const run = (state: ListState, ...actions: readonly ListAction[]): ListState =>
  actions.reduce((before, action) => reduceList(before, action, keys), state);
const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('focus in a list', () => {
  it('starts at the near end and stops at the ends', () => {
    expect(run(emptyListState, { type: 'move', by: 1, extend: false }).focused).toBe('a');
    expect(run(emptyListState, { type: 'move', by: -1, extend: false }).focused).toBe('e');
    expect(
      run(emptyListState, { type: 'focus', key: 'e' }, { type: 'move', by: 3, extend: false }).focused,
    ).toBe('e');
    expect(run(emptyListState, { type: 'jump', to: 'last', extend: false }).focused).toBe('e');
  });
  it('starts over when its row is gone', () => {
    expect(
      reduceList({ ...emptyListState, focused: 'x' }, { type: 'move', by: 1, extend: false }, keys).focused,
    ).toBe('a');
  });
  it('does nothing in an empty list', () => {
    expect(reduceList(emptyListState, { type: 'move', by: 1, extend: false }, [])).toEqual(emptyListState);
    expect(reduceList(emptyListState, { type: 'all' }, []).selected.size).toBe(0);
  });
});

describe('selection in a list', () => {
  it('grows and shrinks with Shift and arrows around its anchor', () => {
    const down = { type: 'move', by: 1, extend: true } as const;
    const up = { type: 'move', by: -1, extend: true } as const;
    const start = run(emptyListState, { type: 'focus', key: 'c' });
    expect([...run(start, down, down).selected]).toEqual(['c', 'd', 'e']);
    expect([...run(start, down, up, up).selected]).toEqual(['b', 'c']);
  });
  it('toggles, takes all and clears', () => {
    const toggled = run(emptyListState, { type: 'toggle', key: 'b' }, { type: 'toggle', key: 'd' });
    expect([...toggled.selected]).toEqual(['b', 'd']);
    expect([...run(toggled, { type: 'toggle', key: 'b' }).selected]).toEqual(['d']);
    expect(run(toggled, { type: 'all' }).selected.size).toBe(5);
    expect(run(toggled, { type: 'clear' }).selected.size).toBe(0);
  });
  it('takes the range of a Shift click', () => {
    expect([
      ...run(emptyListState, { type: 'focus', key: 'd' }, { type: 'range', key: 'b' }).selected,
    ]).toEqual(['b', 'c', 'd']);
  });
  it('ignores keys that are not there', () => {
    expect(run(emptyListState, { type: 'toggle', key: 'zz' })).toEqual(emptyListState);
  });
  it('never selects or focuses what is not in the list, whatever one does', () => {
    const action = fc.oneof(
      fc.record({
        type: fc.constant('move' as const),
        by: fc.integer({ min: -9, max: 9 }),
        extend: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('jump' as const),
        to: fc.constantFrom('first' as const, 'last' as const),
        extend: fc.boolean(),
      }),
      fc.record({
        type: fc.constantFrom('focus' as const, 'toggle' as const),
        key: fc.constantFrom('a', 'c', 'zz'),
      }),
      fc.constant({ type: 'all' as const }),
      fc.constant({ type: 'clear' as const }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const end = run(emptyListState, ...(actions as ListAction[]));
        expect(end.focused === null || keys.includes(end.focused)).toBe(true);
        expect([...end.selected].every((key) => keys.includes(key))).toBe(true);
      }),
    );
  });
});

describe('keys of a list', () => {
  it('mean selection only where many can be chosen', () => {
    const state = { ...emptyListState, focused: 'a' };
    expect(actionForKey(press(' '), state, 5, true)).toEqual({ type: 'toggle', key: 'a' });
    expect(actionForKey(press(' '), state, 5, false)).toBeNull();
    expect(actionForKey(press('a', { ctrlKey: true }), state, 5, true)).toEqual({ type: 'all' });
    expect(actionForKey(press('a'), state, 5, true)).toBeNull();
    expect(actionForKey(press('ArrowDown', { shiftKey: true }), state, 5, false)).toEqual({
      type: 'move',
      by: 1,
      extend: false,
    });
  });
  it('leave Escape to others when nothing is selected', () => {
    expect(actionForKey(press('Escape'), emptyListState, 5, true)).toBeNull();
    expect(actionForKey(press('Escape'), { ...emptyListState, selected: new Set(['a']) }, 5, true)).toEqual({
      type: 'clear',
    });
  });
  it('page by what is in view', () => {
    expect(actionForKey(press('PageDown'), emptyListState, 7, true)).toEqual({
      type: 'move',
      by: 7,
      extend: false,
    });
  });
});
