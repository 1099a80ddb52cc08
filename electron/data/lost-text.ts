import type { AnyRecord } from '../../shared/domain/record-of.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { isMuchShorter, textLength } from '../../shared/richtext/shrinking.ts';

// What a save takes away. Measured by the words that are nowhere in the record any more, not by how long it is: a story that
// another one of the same length was pasted over is as lost as one that was deleted.

/** A save that takes away more than this share of a text takes away something worth keeping. */
const LOSS = 0.1;
/** … unless it is no more than a few words. */
const FEW = 40;

/** True when most of a text, or a sizeable part of it, is gone: of the record's own, or of one step of a playbook. */
export function losesText(before: AnyRecord, after: AnyRecord): boolean {
  const shown = figuresOf(after);
  if ([...figuresOf(before)].some((id) => !shown.has(id))) return true;
  const [old, now] = [textsOf(before), textsOf(after)];
  const all = everything(now);
  for (const [name, text] of old) {
    const left = now.get(name);
    if (left === text) continue;
    const lost = lostLetters(text, left, all);
    if (lost === 0) continue;
    if (isMuchShorter(lengthOf(text), left === undefined ? 0 : lengthOf(left))) return true;
    if (lost > FEW && lost > lengthOf(text) * LOSS) return true;
  }
  return false;
}

type Text = RichText | string;

/** Every text by what it is: the field, or the id of its step. */
function textsOf({ kind, record }: AnyRecord): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const [field, value] of Object.entries(record) as [string, unknown][]) {
    if (typeof value === 'string' && value.length > FEW) texts.set(field, value);
    else if (isDocument(value)) texts.set(field, value);
  }
  if (kind === 'playbook')
    for (const section of record.sections)
      for (const step of section.steps) texts.set(`step ${step.id}`, step.document);
  return texts;
}

const isDocument = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && 'blocks' in value && Array.isArray(value.blocks);

const lengthOf = (text: Text): number => (typeof text === 'string' ? text.length : textLength(text));

/** All words as one string, made when it is first asked for: most saves take nothing away. */
function everything(texts: ReadonlyMap<string, Text>): () => string {
  let all: string | undefined;
  return () => {
    all ??= [...texts.values()]
      .map((text) => (typeof text === 'string' ? text : text.blocks.map(blockText).join('')))
      .join('\n');
    return all;
  };
}

function lostLetters(before: Text, after: Text | undefined, all: () => string): number {
  const lost = (piece: string): number => (piece.trim() === '' || all().includes(piece) ? 0 : piece.length);
  if (typeof before === 'string') return lost(typeof after === 'string' ? takenOut(before, after) : before);
  const blocks = new Map(
    typeof after === 'object' ? after.blocks.map((block) => [block.id, block] as const) : [],
  );
  return before.blocks.reduce((sum, block) => {
    const now = blocks.get(block.id);
    if (now === block) return sum;
    const text = blockText(block);
    return sum + lost(now === undefined ? text : takenOut(text, blockText(now)));
  }, 0);
}

/** What stands between the common beginning and the common end of two texts, in the older one. */
function takenOut(before: string, after: string): string {
  if (before === after) return '';
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.slice(start, before.length - end);
}

/** What a record shows beside words: pictures, files, sounds, cards. One of them gone is a loss, however few letters it had. */
const figuresOf = (item: AnyRecord): ReadonlySet<string> =>
  new Set(
    [...textsOf(item).values()].flatMap((text) =>
      typeof text === 'string'
        ? []
        : text.blocks.flatMap((block) =>
            'attachmentId' in block ? [block.attachmentId] : block.type === 'record' ? [block.recordId] : [],
          ),
    ),
  );
