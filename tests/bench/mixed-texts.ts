/**
 * Texts in four scripts for a big library: sentences of the sample library with some of their words changed for made-up
 * ones, so that common words are as common as in real texts and rare ones as rare (Zipf's law in both halves).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './case-rows.ts';

const SAMPLE = join(import.meta.dirname, '../../resources/sample');
const FILES = ['cases', 'notes', 'questions', 'answers', 'sessions', 'playbooks'];
const WORDS_PER_SCRIPT = 40_000;
/** Share of the words that are changed for made-up ones. */
const CHANGED = 0.35;

type Script = 'latin' | 'arabic' | 'thai' | 'han';
const LANGUAGE = { latin: 'en', arabic: 'fa', thai: 'th', han: 'zh-Hans' } as const;
/** Half of the texts are English, the others share the rest. */
const ORDER: readonly Script[] = ['latin', 'arabic', 'latin', 'han', 'latin', 'thai'];

type MixedText = { readonly language: string; readonly title: string; readonly body: string };

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const pairs = (heads: readonly string[], tails: readonly string[]) =>
  heads.flatMap((head) => tails.map((tail) => head + tail));
const SYLLABLES: Readonly<Record<Script, readonly string[]>> = {
  latin: pairs([...'bcdfghjklmnprstvw'], ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'in', 'ol', 'us']),
  arabic: pairs([...'بپتجچخدرزسشفقکگلمن'], ['ا', 'ی', 'و', 'ر', 'ن', 'م', 'د']),
  thai: pairs(range(0x0e01, 0x0e2b), ['า', 'ี', 'ู', 'ิน', 'าง', 'ัด', '่อ']),
  han: range(0x4e00, 0x4e00 + 2500),
};

type MixedTexts = {
  /** The same text for the same number, in every run. `sentences` of the body. */
  readonly text: (number: number, sentences: number) => MixedText;
  /** `count` telling words that stand together in the text of that number, as a person would ask for them. */
  readonly query: (number: number, count: number) => string;
};

export function mixedTexts(): MixedTexts {
  const sentences = sampleSentences();
  const vocabulary = madeUpWords();
  const sentence = (script: Script, random: () => number): string => {
    const known = sentences[script];
    const from = known[Math.floor(random() * known.length)] ?? '';
    const made = vocabulary[script];
    return pieces(from, script)
      .map((piece) =>
        random() < CHANGED ? (made[Math.floor(made.length ** random()) - 1] ?? made[0]!) : piece,
      )
      .join(spaced(script) ? ' ' : '');
  };
  const text: MixedTexts['text'] = (number, count) => {
    const random = seeded(number * 7919 + 1);
    const script = ORDER[number % ORDER.length]!;
    const title = sentence(script, random).slice(0, 90);
    const body = Array.from({ length: count }, () => sentence(script, random)).join(
      spaced(script) ? '. ' : '。',
    );
    return { language: LANGUAGE[script], title, body };
  };
  return {
    text,
    query: (number, count) => {
      const random = seeded(number + 31);
      const script = ORDER[number % ORDER.length]!;
      const { body } = text(number, 4);
      const words = pieces(body, script).filter((word) => word.length > (spaced(script) ? 3 : 1));
      const at = Math.floor(random() * Math.max(1, words.length - count));
      return words.slice(at, at + count).join(spaced(script) ? ' ' : '');
    },
  };
}

function spaced(script: Script): boolean {
  return script === 'latin' || script === 'arabic';
}

/** Words; pieces of up to four letters where a script has no spaces. */
function pieces(text: string, script: Script): string[] {
  if (spaced(script)) return text.split(/\s+/).filter((word) => word !== '');
  return text.match(script === 'han' ? /.{1,3}/gu : /.{1,5}/gu) ?? [];
}

function sampleSentences(): Record<Script, string[]> {
  const found: Record<Script, string[]> = { latin: [], arabic: [], thai: [], han: [] };
  const take = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!['text', 'title', 'description', 'resolution', 'reflection'].includes(key)) return;
      for (const part of value.split(/[.!?؟。！？\n]+/u)) {
        const line = part.trim();
        if (line.length > 12) found[scriptOf(line)].push(line);
      }
    } else if (Array.isArray(value)) {
      for (const one of value) take(one, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) take(one, name);
    }
  };
  for (const file of FILES) {
    for (const line of readFileSync(join(SAMPLE, `${file}.jsonl`), 'utf8').split('\n'))
      if (line !== '') take(JSON.parse(line), '');
  }
  return found;
}

function scriptOf(text: string): Script {
  if (/\p{Script=Thai}/u.test(text)) return 'thai';
  if (/\p{Script=Han}/u.test(text)) return 'han';
  return /\p{Script=Arabic}/u.test(text) ? 'arabic' : 'latin';
}

function madeUpWords(): Record<Script, readonly string[]> {
  const make = (script: Script): readonly string[] => {
    const random = seeded(script.length * 1_000 + 7);
    const syllables = SYLLABLES[script];
    const words = new Set<string>();
    while (words.size < WORDS_PER_SCRIPT) {
      const length = script === 'han' ? 2 : 2 + Math.floor(random() * 2);
      words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]!).join(''));
    }
    return [...words];
  };
  return { latin: make('latin'), arabic: make('arabic'), thai: make('thai'), han: make('han') };
}
