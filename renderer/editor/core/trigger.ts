import { Editor, Element, type Point, type Range, Text } from 'slate';
import { cursorLine } from '../commands/selection.ts';
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

const HOLDS_WORDS: ReadonlySet<string> = new Set(['cell', 'part', 'image', 'file', 'audio']);

/** What is being typed at the cursor, `undefined` when it asks for nothing. Never inside code. */
export function findTrigger(editor: RichTextSlate): Trigger | undefined {
  const line = cursorLine(editor);
  const cursor = editor.selection?.anchor;
  // Never inside a link or a mention either: there, the text is one level below its line.
  if (!line || !cursor || line[0].type === 'code' || cursor.path.length !== line[1].length + 1)
    return undefined;
  if (Element.isElement(line[0]) && editor.isVoid(line[0])) return undefined;
  const [leaf] = Editor.leaf(editor, cursor);
  if (!Text.isText(leaf) || leaf.code) return undefined;
  const before = leaf.text.slice(Math.max(0, cursor.offset - LONGEST_QUERY - 2), cursor.offset);
  const match = PATTERN.exec(before);
  const [, sign = '', query = ''] = match ?? [];
  const kind = SIGNS[sign];
  // A cell, a part or a caption holds words only: there is no block to be put into it.
  if (kind === 'slash' && HOLDS_WORDS.has(line[0].type)) return undefined;
  if (!kind || query.length > LONGEST_QUERY || /^\s|\s{2}/u.test(query)) return undefined;
  // `# ` makes a heading and `/ ` is a fraction: a block menu has one-word answers, a topic needs its first letter.
  if (kind === 'slash' && /\s/u.test(query)) return undefined;
  if (kind === 'topic' && query === '') return undefined;
  const start: Point = { path: cursor.path, offset: cursor.offset - query.length - 1 };
  return { kind, query, range: { anchor: start, focus: cursor } };
}
