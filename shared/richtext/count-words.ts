import type { RichText } from './document.ts';
import { blockText } from './plain-text.ts';
import { splitWords } from './words.ts';

/** The scripts Heirloom's languages are written in; `other` holds the rest and plain numbers. */
export type CountedScript = 'latin' | 'arabic' | 'thai' | 'han' | 'other';

export interface WordCount {
  readonly words: number;
  readonly byScript: Readonly<Record<CountedScript, number>>;
  /** Chinese is counted by characters where it is measured at all. */
  readonly hanCharacters: number;
  /** Minutes to read it through in silence, at least 1 for any text, 0 for none. */
  readonly minutes: number;
}

const SCRIPTS: readonly (readonly [CountedScript, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['han', /\p{Script=Han}/u],
];

/**
 * Words (Chinese: characters) a minute. English 228, Arabic script 138 (measured for Arabic), Chinese 255 characters:
 * Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New International Reading Speed
 * Texts IReST", IOVS 53 (2012). They measured neither Persian nor Thai: Persian is taken as Arabic, Thai and everything
 * else as the mean of their 17 languages, 184.
 */
const PER_MINUTE: Readonly<Record<CountedScript, number>> = {
  latin: 228,
  arabic: 138,
  thai: 184,
  han: 255,
  other: 184,
};

/** Counts the words of a document by script, and how long it takes to read. */
export function countWords(document: RichText): WordCount {
  const byScript: Record<CountedScript, number> = { latin: 0, arabic: 0, thai: 0, han: 0, other: 0 };
  let hanCharacters = 0;
  for (const block of document.blocks) {
    for (const part of splitWords(blockText(block))) {
      if (!part.isWord) continue;
      const script = SCRIPTS.find(([, pattern]) => pattern.test(part.text))?.[0] ?? 'other';
      byScript[script] += 1;
      if (script === 'han') hanCharacters += part.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    }
  }
  const scripts = Object.keys(byScript) as CountedScript[];
  const words = scripts.reduce((sum, script) => sum + byScript[script], 0);
  const minutes = scripts.reduce(
    (sum, script) => sum + (script === 'han' ? hanCharacters : byScript[script]) / PER_MINUTE[script],
    0,
  );
  return { words, byScript, hanCharacters, minutes: words === 0 ? 0 : Math.max(1, Math.round(minutes)) };
}
