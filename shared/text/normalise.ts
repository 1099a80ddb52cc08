import { foldCodePoint } from './fold.ts';

/**
 * Text folded for matching, with the way back: unit `i` of `text` came from the units `starts[i]`
 * (inclusive) to `ends[i]` (exclusive) of the original. Offsets are UTF-16 units.
 */
export type NormalisedText = {
  readonly text: string;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
};

/**
 * A character with the marks that belong to it (half-width kana voicing and Hangul jamo join as well): NFKC only
 * ever joins within such a piece. The length is capped because a piece of a million marks would be sorted as one.
 */
const PIECE = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\P{M}[\p{M}\uff9e\uff9f]{0,31}|\p{M}{1,32}/uy;
/** What may join with a neighbour into one piece, or is half a character. */
const JOINS = /[\p{M}\u1100-\u11ff\uff9e\uff9f\ud800-\udfff]/u;
/** By UTF-16 unit: 0 not looked at yet, 1 stands alone, 2 joins. Asking the expression for every letter is slow. */
const alone = new Uint8Array(0x10000);
const foldedUnits = new Map<number, string>();
const PLAIN_ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{Mn}+/gu;
/** Scripts whose marks are dropped for matching. Never Thai, whose vowels and tones are marks. */
const MARKS_DROPPED = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}]/u;
const TONE_BEFORE_VOWEL = /([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a\u0e47\u0e4d])/g;

/** Folds text for matching only; the stored text is never replaced by this form. */
export function normalise(text: string): string {
  return PLAIN_ASCII.test(text) ? text.toLowerCase() : normaliseWithOffsets(text).text;
}

/** As `normalise`, with offsets into the original so that highlights can point at what the person wrote. */
export function normaliseWithOffsets(text: string): NormalisedText {
  if (PLAIN_ASCII.test(text)) return identity(text.toLowerCase());
  const out = new Folded();
  for (let at = 0; at < text.length; ) {
    if (isAlone(text, at) && (at + 1 === text.length || isAlone(text, at + 1))) {
      appendUnit(out, text[at]!, at);
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text)![0];
    if (piece.length === 1) appendUnit(out, piece, at);
    else out.push(foldPiece(piece), at, at + piece.length);
    at += piece.length;
  }
  return { text: out.units.join(''), starts: out.starts, ends: out.ends };
}

class Folded {
  readonly units: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  push(folded: string, start: number, end: number): void {
    for (let i = 0; i < folded.length; i += 1) {
      this.units.push(folded[i]!);
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  drop(index: number): void {
    this.units.splice(index, 1);
    this.starts.splice(index, 1);
    this.ends.splice(index, 1);
  }
}

function isAlone(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (alone[code] === 0) alone[code] = JOINS.test(String.fromCharCode(code)) ? 2 : 1;
  return alone[code] === 1;
}

/** At most 65,536 of them, and a library uses a few hundred. */
function foldUnit(unit: string, code: number): string {
  let folded = foldedUnits.get(code);
  if (folded === undefined) {
    folded = foldPiece(unit);
    foldedUnits.set(code, folded);
  }
  return folded;
}

/** The common case, one UTF-16 unit, without the cost of Unicode normalisation where none can apply. */
function appendUnit(out: Folded, unit: string, start: number): void {
  const code = unit.charCodeAt(0);
  if (code < 0x80) out.push(unit.toLowerCase(), start, start + 1);
  else if (code >= 0x0e00 && code <= 0x0e7f) appendThai(out, unit, code, start);
  else if (code >= 0x3400 && code <= 0x9fff) out.push(unit, start, start + 1);
  else out.push(foldUnit(unit, code), start, start + 1);
}

/**
 * Thai is typed in more than one order for one look: nikhahit + aa is sara am, sara e twice is sara ae.
 * (NFKC would instead take sara am apart, away from the form people type.)
 */
function appendThai(out: Folded, unit: string, code: number, start: number): void {
  const last = out.units.length - 1;
  const previous = out.units[last];
  if (code === 0x0e32 && last >= 0) {
    const nikhahit =
      previous === '\u0e4d'
        ? last
        : out.units[last - 1] === '\u0e4d' && isThaiTone(previous!)
          ? last - 1
          : -1;
    if (nikhahit >= 0) {
      out.drop(nikhahit);
      out.push('\u0e33', start, start + 1);
      return;
    }
  }
  if (code === 0x0e40 && previous === '\u0e40') {
    out.units[last] = '\u0e41';
    out.ends[last] = start + 1;
    return;
  }
  out.push(foldCodePoint(code) ?? unit, start, start + 1);
}

function isThaiTone(unit: string): boolean {
  return unit >= '\u0e48' && unit <= '\u0e4b';
}

function foldPiece(piece: string): string {
  const first = piece.charCodeAt(0);
  if (first >= 0x0e00 && first <= 0x0e7f) return piece.replace(TONE_BEFORE_VOWEL, '$2$1');
  const decomposed = piece.normalize('NFKD');
  const joined = MARKS_DROPPED.test(decomposed) ? decomposed.replace(MARKS, '') : piece.normalize('NFKC');
  let folded = '';
  for (const letter of joined.toLowerCase()) folded += foldCodePoint(letter.codePointAt(0)!) ?? letter;
  return folded;
}

function identity(text: string): NormalisedText {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    starts[i] = i;
    ends[i] = i + 1;
  }
  return { text, starts, ends };
}
