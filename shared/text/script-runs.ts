/**
 * What the analyser needs to know of a script: whether its words are separated by spaces (`spaced`), or not
 * (`han` with kana, `thai`, `lao`, `khmer`, `myanmar`), and Arabic, where the zero-width non-joiner is inside words.
 */
export type Script = 'spaced' | 'arabic' | 'han' | 'thai' | 'lao' | 'khmer' | 'myanmar';

/** A stretch of letters, marks and digits of one script; offsets in UTF-16 units of the given text. */
export type ScriptRun = { readonly script: Script; readonly start: number; readonly end: number };

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;

export function isUnspaced(script: Script): boolean {
  return script !== 'spaced' && script !== 'arabic';
}

/** Splits normalised text into runs; everything that is not a letter, mark or digit separates them. */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let script: Script | undefined;
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    const next = scriptAt(text, at, code, script);
    if (next !== script) {
      if (script) runs.push({ script, start, end: at });
      script = next;
      start = at;
    }
    at += width;
  }
  if (script) runs.push({ script, start, end: text.length });
  return runs;
}

function scriptAt(text: string, at: number, code: number, current: Script | undefined): Script | undefined {
  if (code < 0x80) {
    if (isAsciiWord(code)) return 'spaced';
    // An apostrophe between letters is inside a word (don't, l'eau); the word splitter decides what it means.
    return code === 0x27 && current === 'spaced' && isLetterAt(text, at + 1) ? 'spaced' : undefined;
  }
  if (code === 0x200c) return current === 'arabic' || (current && isUnspaced(current)) ? current : undefined;
  const script = scriptOf(code);
  if (script === 'han' && code >= 0x3400 && code <= 0x9fff) return script;
  const character = String.fromCodePoint(code);
  if (!WORD_CHARACTER.test(character)) return undefined;
  if (script === 'spaced' && current && MARK.test(character)) return current;
  return script;
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && /\p{L}/u.test(text[at]!);
}

/** Script by block: after NFKC the compatibility blocks are gone, so ranges are enough. */
function scriptOf(code: number): Script {
  if (code < 0x0600) return 'spaced';
  if (code <= 0x06ff || (code >= 0x0750 && code <= 0x077f) || (code >= 0x0870 && code <= 0x08ff))
    return 'arabic';
  if (code < 0x0e00) return 'spaced';
  if (code <= 0x0e7f) return 'thai';
  if (code <= 0x0eff) return 'lao';
  if (code < 0x1000) return 'spaced';
  if (code <= 0x109f || (code >= 0xa9e0 && code <= 0xa9ff) || (code >= 0xaa60 && code <= 0xaa7f))
    return 'myanmar';
  if (code >= 0x1780 && code <= 0x17ff) return 'khmer';
  if (isHanOrKana(code)) return 'han';
  return 'spaced';
}

function isHanOrKana(code: number): boolean {
  return (
    (code >= 0x3005 && code <= 0x30ff) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x1aff0 && code <= 0x1b16f) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}
