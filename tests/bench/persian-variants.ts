/** Made-up known-item queries over the Persian articles: each names one article, in spellings people really type. */
import type { JudgedQuery, JudgedSet } from './judged-sets.ts';

const FUNCTION_WORDS = new Set(
  'از با به بر در را که و یا تا هم نیز اگر اما ولی برای است هست بود شد شده شود می نمی ها های این آن او ما من کرد کرده کند گفت وی خود یک باید هر'.split(
    ' ',
  ),
);
const QUESTIONS = ['چه کسی', 'چه', 'کدام', 'چه زمانی', 'در چه سالی', 'کجا', 'چند', 'چگونه', 'چرا'];
const PLURALS = ['\u200cها', 'های', 'ها', ' های', '\u200cهای'];

type Chance = () => number;

/** Numerical Recipes' generator: the same queries in every run. */
function chance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<Item>(items: readonly Item[], next: Chance): Item {
  return items[Math.floor(next() * items.length)]!;
}

function stretch(words: readonly string[], length: number, next: Chance): string[] {
  const at = Math.floor(next() * Math.max(1, words.length - length));
  return words.slice(at, at + length);
}

const persianLetters = (text: string) =>
  text
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\u064b-\u0652]/g, '');

/** Another keyboard, another habit with the non-joiner, other digits. */
function respelt(text: string, next: Chance): string {
  const keyboard = next();
  let out = text.replace(/[\u064b-\u0652]/g, '');
  if (keyboard < 0.7) out = persianLetters(out);
  if (keyboard >= 0.4 && keyboard < 0.7) out = out.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
  const joiner = next();
  if (joiner < 0.35) out = out.replaceAll('\u200c', ' ');
  else if (joiner < 0.6) out = out.replaceAll('\u200c', '');
  else if (joiner < 0.8) {
    out = out.replace(/ (ها|های|هاي)(?= |$)/g, '\u200c$1').replace(/(^| )(می|مي|نمی|نمي) /g, '$1$2\u200c');
  }
  return next() < 0.5 ? out.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!) : out;
}

/** One word gets a plural, or loses it. */
function inflected(words: readonly string[], next: Chance): string[] {
  const at = Math.floor(next() * words.length);
  const word = words[at] ?? '';
  if (FUNCTION_WORDS.has(word) || word.length < 4 || /[0-9]/.test(word)) return [...words];
  if (/های?$/.test(word)) return words.with(at, word.replace(/\u200c?های?$/, ''));
  return /[اوهی]$/.test(word) ? [...words] : words.with(at, word + pick(PLURALS, next));
}

function asQuestion(words: readonly string[], next: Chance): string {
  const cut = Math.floor(next() * (words.length - 3));
  const rest = [...words.slice(0, cut), ...words.slice(cut + 3)].filter(() => next() > 0.15);
  const asked = pick(QUESTIONS, next);
  const turned = next() < 0.5 ? [asked, ...rest] : rest.toSpliced(cut, 0, asked);
  return `${respelt(inflected(turned, next).join(' '), next)}${next() < 0.5 ? ' است؟' : '؟'}`;
}

/**
 * Four sets: a fragment of 6 to 12 words as written, the same respelt and inflected, 2 to 4 rare words that together
 * only one article holds, and a question made of a torn sentence (which need not determine the article).
 */
export function persianVariants(set: JudgedSet): JudgedSet[] {
  const made: Record<string, { query: JudgedQuery; document: string }[]> = {
    fragment: [],
    respelt: [],
    keywords: [],
    question: [],
  };
  const vocabularies = set.documents.map(
    (document) =>
      new Set(
        persianLetters(document.text)
          .replaceAll('\u200c', ' ')
          .match(/[\p{L}\p{N}]+/gu) ?? [],
      ),
  );
  const holders = new Map<string, number>();
  for (const words of vocabularies) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  set.documents.forEach((document, i) => {
    const next = chance(i * 7919 + 13);
    const add = (name: string, text: string) =>
      made[name]!.push({ query: { id: `${name}-${i}`, text }, document: document.id });
    const sentences = document.text
      .split(/[.!؟\n،]+/)
      .map((sentence) => sentence.trim().split(/\s+/))
      .filter((words) => words.length >= 8);
    if (sentences.length === 0) return;
    const sentence = pick(sentences, next);
    const fragment = stretch(sentence, 6 + Math.floor(next() * 7), next);
    add('fragment', fragment.join(' '));
    add('respelt', respelt(inflected(fragment, next).join(' '), next));
    const rare = [...vocabularies[i]!].filter(
      (word) =>
        !FUNCTION_WORDS.has(word) && word.length > 2 && holders.get(word)! <= set.documents.length * 0.05,
    );
    const keywords = [...new Set(Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(rare, next)))];
    const alone = vocabularies.filter((words) => keywords.every((word) => words.has(word))).length === 1;
    if (keywords.length >= 2 && alone) add('keywords', respelt(inflected(keywords, next).join(' '), next));
    add('question', asQuestion(stretch(sentence, 8 + Math.floor(next() * 6), next), next));
  });
  return Object.entries(made).map(([name, rows]) => ({
    name,
    documents: set.documents,
    queries: rows.map((row) => row.query),
    ratings: new Map(rows.map((row) => [row.query.id, new Map([[row.document, 1]])])),
    goal: name === 'question' ? 0.92 : 0.98,
  }));
}
