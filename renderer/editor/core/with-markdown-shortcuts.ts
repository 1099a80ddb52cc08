import { Editor, Element, type Path, Range, Text, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { toneOf } from '../../../shared/richtext/callout-names.ts';
import { isSafeUrl, type Mark } from '../../../shared/richtext/document.ts';
import { type BlockKind, insertDivider, setBlockKind } from '../commands/blocks.ts';
import { wrapInLink } from '../commands/links.ts';
import { startListAt } from '../commands/list-start.ts';
import { type BlockEntry, cursorBlock } from '../commands/selection.ts';
import { readNumber } from './digits.ts';
import type { RichTextSlate } from './slate-types.ts';

// Signs that writers of Markdown type without thinking. The typed character always arrives first, as a step of its
// own; the change is a second step. So one undo gives back exactly what was typed.

const BLOCK_SIGNS: readonly (readonly [RegExp, BlockKind, checked?: true])[] = [
  [/^#$/u, 'heading-1'],
  [/^##$/u, 'heading-2'],
  [/^###$/u, 'heading-3'],
  [/^[-*+•]$/u, 'bullet'],
  [/^\[ ?\]$/u, 'check'],
  [/^\[[xX]\]$/u, 'check', true],
  [/^[>》]$/u, 'quote'],
  [/^```$/u, 'code'],
];

/** 3. and 3) in European, Persian, Arabic, Thai and wide digits; also the Chinese 3、 and 3．. Longer numbers are years. */
const NUMBER_SIGN = /^(\p{Nd}{1,3})[.)、．。]$/u;

/** The number a list is to begin with, as typed; `undefined` for what is none, and for nought. */
function typedNumber(typed: string): number | undefined {
  const number = readNumber(NUMBER_SIGN.exec(typed)?.[1] ?? '');
  return number === 0 ? undefined : number;
}

/** `!!` for a warning, and what GitHub and Obsidian write at the head of a quote: `[!tip]`. */
const WARNING_SIGN = /^!!$/u;
const CALLOUT_SIGN = /^(?:>\s?)?\[!([a-z]{2,20})\][+-]?$/iu;

function calloutKind(typed: string): BlockKind | undefined {
  if (WARNING_SIGN.test(typed)) return 'callout-warning';
  const tone = toneOf(CALLOUT_SIGN.exec(typed)?.[1] ?? '');
  return tone && `callout-${tone}`;
}

interface InlineSign {
  readonly pattern: RegExp;
  readonly mark: Mark;
  readonly length: number;
}

/** A sign opens after a space, a bracket, a quote, the start of the line, or a letter of a script without spaces. */
const OPEN = String.raw`(?:^|[\s([{"'«“‘،؛:：。，、（「『\-–—/\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}])`;
const inlineSign = (sign: string, mark: Mark): InlineSign => {
  const escaped = sign.replace(/\*/gu, String.raw`\*`);
  const first = sign.startsWith('*') ? String.raw`\*` : sign.charAt(0);
  return {
    mark,
    length: sign.length,
    pattern: new RegExp(`${OPEN}${escaped}((?!${first}|\\s)[^\\n]*?(?<!${first}|\\s))${escaped}$`, 'u'),
  };
};
const INLINE_SIGNS: readonly InlineSign[] = [
  inlineSign('**', 'bold'),
  inlineSign('__', 'bold'),
  inlineSign('*', 'italic'),
  inlineSign('_', 'italic'),
  inlineSign('~~', 'strike'),
  inlineSign('==', 'highlight'),
  inlineSign('`', 'code'),
];
const LINK_SIGN = /\[([^[\]\n]+)\]\(([^\s()]+)\)$/u;
const BARE_URL = /(?:^|\s)(https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]}،؛。，])\s$/iu;
const DIVIDER_SIGN = /^(?:-{3,}|\*{3,}|_{3,})$/u;
const FENCE_SIGN = /^```([\p{L}\p{N}+#_-]{0,40})$/u;

export function withMarkdownShortcuts(editor: RichTextSlate): RichTextSlate {
  const { insertText, insertBreak } = editor;

  editor.insertText = (text, options) => {
    const typed = text.length === 1 && options?.at === undefined && !editor.isComposing();
    insertText(text, options);
    if (!typed) return;
    const entry = cursorBlock(editor);
    if (!entry || entry[0].type === 'code') return;
    if (text === ' ') {
      if (!applyBlockSign(editor, entry)) applyBareUrl(editor);
    } else if (text === ')') applyLinkSign(editor);
    else if ('*_~=`'.includes(text)) applyInlineSign(editor);
  };

  editor.insertBreak = () => {
    const entry = cursorBlock(editor);
    if (entry && !editor.isComposing() && entry[0].type === 'paragraph') {
      const [block, path] = entry;
      const text = block.children.length === 1 ? Editor.string(editor, path) : '';
      if (DIVIDER_SIGN.test(text)) {
        HistoryEditor.withNewBatch(editor, () => {
          clearBlock(editor, path);
          insertDivider(editor);
        });
        return;
      }
      const language = FENCE_SIGN.exec(text)?.[1];
      if (language !== undefined) {
        HistoryEditor.withNewBatch(editor, () => {
          clearBlock(editor, path);
          setBlockKind(editor, entry, 'code');
          if (language) Transforms.setNodes(editor, { language }, { at: path });
        });
        return;
      }
    }
    insertBreak();
  };
  return editor;
}

function clearBlock(editor: RichTextSlate, path: Path): void {
  Transforms.delete(editor, { at: Editor.range(editor, path) });
}

function applyBlockSign(editor: RichTextSlate, entry: BlockEntry): boolean {
  const [block, path] = entry;
  const cursor = editor.selection?.anchor;
  // Only in the first run of a plain line: signs after a link or a mention are signs in a sentence, and a cell or a
  // part of a judgement is no place for a list.
  if (!cursor || cursor.path.length !== 2 || cursor.path[1] !== 0) return false;
  const first = block.children[0];
  if (!first || !('text' in first)) return false;
  const typed = first.text.slice(0, cursor.offset - 1);
  const callout = calloutKind(typed);
  const sign = BLOCK_SIGNS.find(([pattern]) => pattern.test(typed));
  const number = typedNumber(typed);
  const kind = callout ?? sign?.[1] ?? (number === undefined ? undefined : 'number');
  if (!kind) return false;
  const checked = sign?.[2];
  const isList = block.type === 'list-item';
  if (
    block.type !== 'paragraph' &&
    // The sign of a quote comes before that of a callout, and has made the quote by then.
    !(block.type === 'quote' && callout) &&
    !(isList && (kind === 'check' || kind === 'number' || kind === 'bullet') && block.style !== kind)
  )
    return false;
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      Transforms.delete(editor, { at: { anchor: { path: [...path, 0], offset: 0 }, focus: cursor } });
      setBlockKind(editor, entry, kind);
      if (checked) Transforms.setNodes(editor, { checked }, { at: path });
      if (number !== undefined && kind === 'number') startListAt(editor, number);
    });
  });
  return true;
}

/** The run before the cursor, up to it. Signs never reach across runs: what is bold already is not made of asterisks. */
function runBeforeCursor(editor: RichTextSlate): { readonly text: string; readonly path: Path } | undefined {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection)) return undefined;
  const [node, path] = Editor.leaf(editor, selection.anchor);
  if (!Text.isText(node) || node.code || isInLink(editor, path)) return undefined;
  return { text: node.text.slice(0, selection.anchor.offset), path };
}

/** What is a link already is not made of signs; cells, parts and captions are lines like any other. */
function isInLink(editor: RichTextSlate, path: Path): boolean {
  const [parent] = Editor.parent(editor, path);
  return Element.isElement(parent) && editor.isInline(parent);
}

function applyInlineSign(editor: RichTextSlate): void {
  const run = runBeforeCursor(editor);
  if (!run) return;
  for (const { pattern, mark, length } of INLINE_SIGNS) {
    const inner = pattern.exec(run.text)?.[1];
    if (inner === undefined) continue;
    const { path } = run;
    const end = run.text.length;
    const start = end - inner.length - 2 * length;
    HistoryEditor.withNewBatch(editor, () => {
      const marked = Editor.rangeRef(editor, rangeIn(path, start + length, end - length), {
        affinity: 'inward',
      });
      Editor.withoutNormalizing(editor, () => {
        Transforms.delete(editor, { at: rangeIn(path, end - length, end) });
        Transforms.delete(editor, { at: rangeIn(path, start, start + length) });
        if (marked.current)
          Transforms.setNodes(
            editor,
            { [mark]: true },
            { at: marked.current, match: Text.isText, split: true },
          );
      });
      const range = marked.unref();
      if (range) Transforms.select(editor, Range.end(range));
    });
    Editor.removeMark(editor, mark);
    return;
  }
}

function applyLinkSign(editor: RichTextSlate): void {
  const run = runBeforeCursor(editor);
  const match = run && LINK_SIGN.exec(run.text);
  const [whole, label, url] = match ?? [];
  if (!run || !whole || !label || !url || !isSafeUrl(url)) return;
  const start = run.text.length - whole.length;
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      Transforms.delete(editor, { at: rangeIn(run.path, start + 1 + label.length, run.text.length) });
      Transforms.delete(editor, { at: rangeIn(run.path, start, start + 1) });
      wrapInLink(editor, rangeIn(run.path, start, start + label.length), url);
    });
  });
}

/** An address followed by a space becomes a link: people paste addresses by typing them. */
function applyBareUrl(editor: RichTextSlate): void {
  const run = runBeforeCursor(editor);
  const url = run && BARE_URL.exec(run.text)?.[1];
  if (!run || !url || !isSafeUrl(url)) return;
  const end = run.text.length - 1;
  HistoryEditor.withNewBatch(editor, () => wrapInLink(editor, rangeIn(run.path, end - url.length, end), url));
}

const rangeIn = (path: Path, from: number, to: number): Range => ({
  anchor: { path, offset: from },
  focus: { path, offset: to },
});
