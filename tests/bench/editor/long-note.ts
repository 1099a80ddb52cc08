import { type Block, type Inline, lowestVersion, type RichText } from '../../../shared/richtext/document.ts';
import { splitWords } from '../../../shared/richtext/words.ts';
import { mixedTexts } from '../mixed-texts.ts';

/** Blocks of the documents measured, and their words on the average. */
export const BLOCKS = 2_000;
const WORDS = 30;
/** The record each mention leads to. */
export const MENTIONED = '01890000-0000-7000-8000-000000000001';

type Taker = (words: number) => string;

/**
 * A note as an expert grows it over years: 2,000 blocks, 60,000 words in four scripts, a third of the paragraphs with
 * marks, links and mentions, lists that nest, code, and now and then a table or a callout. The same in every run.
 */
export function longNote(blocks = BLOCKS): RichText {
  const texts = mixedTexts();
  const out: Block[] = [];
  for (let at = 0; at < blocks; at += 1) {
    const body = texts.text(at, 8).body;
    const words = splitWords(body);
    let next = 0;
    const take: Taker = (count) => {
      let text = '';
      for (let left = count; left > 0; next += 1) {
        const part = words[next % words.length];
        if (part === undefined) break;
        text += part.text;
        if (part.isWord) left -= 1;
      }
      return text.replace(/\s+/gu, ' ');
    };
    out.push(blockAt(at, take));
  }
  return { version: lowestVersion(out), blocks: out };
}

function blockAt(at: number, take: Taker): Block {
  const id = `bench-${String(at).padStart(6, '0')}`;
  // Headings are short, so the rest is a little longer than the average.
  if (at % 20 === 0)
    return { id, type: 'heading', level: at % 100 === 0 ? 1 : 2, children: [{ text: take(6) }] };
  const place = at % 20;
  if (at % 400 === 211) return table(id, take);
  if (at % 400 === 311) return judgement(id, take);
  if (at % 200 === 111) return { id, type: 'callout', tone: 'warning', children: [{ text: take(WORDS) }] };
  if (place === 17) return { id, type: 'code', language: 'sh', children: [{ text: lines(take, 4) }] };
  if (place === 18) return { id, type: 'quote', children: [{ text: take(WORDS) }] };
  if (place === 19 && at % 100 === 99) return { id, type: 'divider', children: [] };
  if (place >= 10 && place < 17) {
    const style = at % 60 < 20 ? 'number' : at % 60 < 40 ? 'bullet' : 'check';
    const depth = [0, 0, 1, 1, 2, 0, 0][place - 10] ?? 0;
    const done = style === 'check' && at % 2 === 0 ? { checked: true } : {};
    return { id, type: 'list-item', style, depth, ...done, children: [{ text: take(WORDS) }] };
  }
  return { id, type: 'paragraph', children: at % 3 === 0 ? rich(at, take) : [{ text: take(WORDS + 3) }] };
}

function rich(at: number, take: Taker): Inline[] {
  return [
    { text: take(8) },
    { text: take(3), bold: true },
    { text: ` ${take(5)} ` },
    at % 2 === 0
      ? { type: 'mention', kind: 'note', id: MENTIONED, label: take(3).trim() || 'note', children: [] }
      : { type: 'link', url: `https://example.org/${at}`, children: [{ text: take(3) }] },
    { text: ` ${take(8)}` },
    { text: take(2), italic: true },
    { text: ` ${take(6)}` },
  ];
}

const lines = (take: Taker, count: number): string =>
  Array.from({ length: count }, () => take(Math.round(WORDS / count))).join('\n');

function table(id: string, take: Taker): Block {
  return {
    id,
    type: 'table',
    header: true,
    children: Array.from({ length: 5 }, () => ({
      type: 'row',
      children: Array.from({ length: 3 }, () => ({ type: 'cell', children: [{ text: take(2) }] })),
    })),
  };
}

function judgement(id: string, take: Taker): Block {
  const parts = (['cue', 'expectation', 'action', 'why', 'exceptions'] as const).map((part) => ({
    type: 'part' as const,
    part,
    children: [{ text: take(6) }],
  }));
  return { id, type: 'judgement', children: parts } as unknown as Block;
}
