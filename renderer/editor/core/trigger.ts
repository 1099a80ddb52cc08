import { Editor, type Point, Range, Text } from 'slate';
import { cursorBlock } from '../commands/selection.ts';
import type { RichTextSlate } from './slate-types.ts';

type TriggerKind = 'mention' | 'topic' | 'slash';

/** Something being typed that asks for a list: `@mar`, `#pumps`, `/head`. */
export interface Trigger {
  readonly kind: TriggerKind;
  readonly query: string;
  /** From the sign to the cursor: what the choice replaces. */
  readonly range: Range;
}

/** Names hold spaces ("Maryam Ah"), but nobody types a sentence into a list. */
const LONGEST_QUERY = 40;
const SIGNS: Readonly<Record<string, TriggerKind>> = {
  '@': 'mention',
  '＠': 'mention',
  '#': 'topic',
  '＃': 'topic',
  '/': 'slash',
  '／': 'slash',
};

// A sign counts after a space, an opening mark, the start of the line, or a letter of a script without spaces:
// `a@b.org` and `24/7` are not questions.
const PATTERN =
  /(?:^|[\s([{"'«“‘،؛：。，、（「『\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}])([@＠#＃/／])([^@＠#＃/／\n]*)$/u;

/** What is being typed at the cursor, `undefined` when it asks for nothing. Never inside code. */
export function findTrigger(editor: RichTextSlate): Trigger | undefined {
  const entry = cursorBlock(editor);
  const cursor = editor.selection?.anchor;
  if (
    !entry ||
    !cursor ||
    entry[0].type === 'code' ||
    entry[0].type === 'divider' ||
    cursor.path.length !== 2
  )
    return undefined;
  const [leaf] = Editor.leaf(editor, cursor);
  if (!Text.isText(leaf) || leaf.code) return undefined;
  const before = leaf.text.slice(Math.max(0, cursor.offset - LONGEST_QUERY - 2), cursor.offset);
  const match = PATTERN.exec(before);
  const [, sign = '', query = ''] = match ?? [];
  const kind = SIGNS[sign];
  if (!kind || query.length > LONGEST_QUERY || /^\s|\s{2}/u.test(query)) return undefined;
  // `# ` makes a heading and `/ ` is a fraction: a block menu has one-word answers, a topic needs its first letter.
  if (kind === 'slash' && /\s/u.test(query)) return undefined;
  if (kind === 'topic' && query === '') return undefined;
  const start: Point = { path: cursor.path, offset: cursor.offset - query.length - 1 };
  return { kind, query, range: { anchor: start, focus: cursor } };
}
