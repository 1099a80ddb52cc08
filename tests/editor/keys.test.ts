import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS, type EditorCommand } from '../../renderer/editor/view/command-list.ts';
import { mixesDirections } from '../../renderer/editor/view/key-handler.ts';
import { isKey } from '../../renderer/editor/view/keys.ts';
import { BRANCH_COMMANDS, TABLE_COMMANDS } from '../../renderer/editor/view/part-commands.ts';

const key = (
  name: string,
  code: string,
  modifiers: { ctrl?: boolean; meta?: boolean; shift?: boolean; alt?: boolean } = {},
) => ({
  key: name,
  code,
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  shiftKey: modifiers.shift ?? false,
  altKey: modifiers.alt ?? false,
});

describe('shortcuts', () => {
  it.each([
    ['a Latin layout', key('b', 'KeyB', { ctrl: true }), true],
    ['a Persian layout', key('ذ', 'KeyB', { ctrl: true }), true],
    ['a Thai layout', key('ิ', 'KeyB', { ctrl: true }), true],
    ['a layout that moves its letters', key('b', 'KeyN', { ctrl: true }), true],
    ['the letter alone', key('b', 'KeyB'), false],
    ['one key too many', key('B', 'KeyB', { ctrl: true, shift: true }), false],
    ['the other command key', key('b', 'KeyB', { ctrl: true, meta: true }), false],
  ])('work on %s', (_name, event, expected) => {
    expect(isKey(event, 'mod+b', false)).toBe(expected);
  });

  it('use Command on Apple machines', () => {
    expect(isKey(key('b', 'KeyB', { meta: true }), 'mod+b', true)).toBe(true);
    expect(isKey(key('b', 'KeyB', { ctrl: true }), 'mod+b', true)).toBe(false);
  });

  it('know digits behind Shift and arrows', () => {
    expect(isKey(key('*', 'Digit8', { ctrl: true, shift: true }), 'mod+shift+8', false)).toBe(true);
    expect(isKey(key('ArrowUp', 'ArrowUp', { alt: true }), 'alt+arrowup', false)).toBe(true);
  });

  it('mean one thing each', () => {
    const keysOf = (commands: readonly EditorCommand[]) => commands.flatMap((command) => command.keys ?? []);
    const keys = keysOf(ALL_COMMANDS.filter(({ applies }) => applies === undefined));
    expect(new Set(keys).size).toBe(keys.length);
    // In a table or a decision some keys move what is inside; they mean nothing else anywhere.
    for (const inside of [keysOf(TABLE_COMMANDS), keysOf(BRANCH_COMMANDS)])
      expect(new Set([...keys, ...inside]).size).toBe(keys.length + inside.length);
    // The command palette and the quick note belong to the whole app.
    expect(keys).not.toContain('mod+k');
    expect(keys).not.toContain('mod+shift+n');
  });
});

describe('lines that mix directions', () => {
  it.each([
    ['پمپ Grundfos', true],
    ['پمپ ۱۲', false],
    ['Pump 12', false],
    ['水泵 و', true],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(mixesDirections(text)).toBe(expected);
  });
});
