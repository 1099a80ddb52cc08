import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { BadFile } from './bad-file.ts';
import type { Encoding } from './case-reading.ts';

// Which encoding a text file is in, told from its bytes. Nobody who exports a list of cases knows the answer, and a
// wrong guess turns every name into rubbish, so the order is: what is certain (a byte order mark, valid UTF-8), then
// what leaves the most sensible letters.

export type Head = { readonly bytes: Uint8Array; readonly complete: boolean; readonly size: number };

/** The first `limit` bytes of a file. Throws BadFile `empty` or `not-readable`. */
export function readHead(path: string, limit: number): Head {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new BadFile('not-readable', (error as NodeJS.ErrnoException).code ?? '');
  }
  try {
    const size = fstatSync(file).size;
    if (!fstatSync(file).isFile()) throw new BadFile('not-readable', 'not a file');
    const bytes = new Uint8Array(Math.min(limit, size));
    const got = readSync(file, bytes, 0, bytes.length, 0);
    if (got === 0) throw new BadFile('empty');
    return { bytes: bytes.subarray(0, got), complete: got >= size, size };
  } finally {
    closeSync(file);
  }
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['gzip', [0x1f, 0x8b]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72]],
];

/** `isWhole`: nothing follows, so half a sign at the end is no sign. Throws BadFile `binary` for what is no text. */
export function detectEncoding(bytes: Uint8Array, isWhole = false): Encoding {
  for (const [name, magic] of MAGIC) {
    if (magic.every((byte, at) => bytes[at] === byte)) throw new BadFile('binary', name);
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const seen = census(bytes);
  if (seen.nul > 0) {
    const wide = detectWide(bytes);
    if (wide !== null) return wide;
    // One stray NUL is damage in a text; many are no text at all.
    if (seen.nul > 1 + bytes.length * 0.001) throw new BadFile('binary', 'nul');
  }
  if (seen.control > bytes.length * 0.02) throw new BadFile('binary', 'control');
  if (seen.high === 0 || looksLikeUtf8(bytes, isWhole)) return 'utf-8';
  return detectLegacy(bytes, seen, isWhole);
}

type Census = { nul: number; control: number; high: number; highInRuns: number };

function census(bytes: Uint8Array): Census {
  const seen: Census = { nul: 0, control: 0, high: 0, highInRuns: 0 };
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (byte === 0) seen.nul += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27) seen.control += 1;
    else if (byte >= 128) {
      seen.high += 1;
      if ((i > 0 && bytes[i - 1]! >= 128) || (bytes[i + 1] ?? 0) >= 128) seen.highInRuns += 1;
    }
  }
  return seen;
}

/** UTF-16 without a mark: one of the two readings is made of letters, the other of rubbish. */
function detectWide(bytes: Uint8Array): Encoding | null {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const scored = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(even);
    let good = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      // Letters of the scripts we know, with ASCII worth more: line ends and delimiters must be there.
      if (code === 9 || code === 10 || code === 13 || (code >= 32 && code < 127)) good += 1;
      else if ((code >= 0xc0 && code < 0x700) || (code >= 0xe00 && code < 0xe80)) good += 1;
      else if ((code >= 0x4e00 && code < 0xa000) || (code >= 0x3000 && code < 0x3100)) good += 0.4;
      else if (code >= 0x2000 && code < 0x2070) good += 0.4;
      else if (code < 32) good -= 1;
    }
    return { encoding, share: good / Math.max(1, text.length) };
  });
  const best = scored[0]!.share >= scored[1]!.share ? scored[0]! : scored[1]!;
  return best.share > 0.45 ? best.encoding : null;
}

/** Valid UTF-8, or so nearly that single bad bytes are damage: those rows are reported one by one. */
function looksLikeUtf8(bytes: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let bad = 0;
    let good = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) bad += 1;
      else if (code > 127) good += 1;
    }
    return good > 20 && bad * 20 < good;
  }
}

/** Share of the non-ASCII characters for which `wanted` holds, and of those that could not be decoded. */
function shares(bytes: Uint8Array, encoding: Encoding, isWhole: boolean, wanted: (code: number) => boolean) {
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  let all = 0;
  let right = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 128) continue;
    all += 1;
    if (wanted(code)) right += 1;
    // U+0080 to U+009F are what the decoders give for bytes the code page does not define.
    else if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) bad += 1;
  }
  return { right: right / Math.max(1, all), bad: bad / Math.max(1, all) };
}

/** Below so many bytes beyond ASCII a few words of Arabic or Thai may well be cut into pairs that are all characters. */
const FEW_HIGH = 60;

/**
 * Share of pairs that are the everyday characters of Chinese (the first level of GB 2312, ordered by sound): nearly all
 * in Chinese, hardly more than half in anything else.
 */
function everydayShare(bytes: Uint8Array): number {
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] ?? 0;
    pairs += 1;
    // Signs between words are in the first rows.
    if ((lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) || lead === 0xa1 || lead === 0xa3) everyday += 1;
    i += 1;
  }
  return everyday / Math.max(1, pairs);
}

/** Share of Thai letters that cannot stand where they do: marks over nothing, vowels before no consonant. */
function thaiOddities(bytes: Uint8Array): number {
  const text = new TextDecoder('windows-874').decode(bytes);
  const odd = text.match(
    /(?<![\u0e01-\u0e2e\u0e45\p{Mn}])[\p{Mn}\u0e33]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])|\u0e3f(?!\s?\d)/gu,
  );
  const letters = text.match(/[\u0e01-\u0e5b]/g);
  return (odd?.length ?? 0) / Math.max(1, letters?.length ?? 0);
}

function detectLegacy(bytes: Uint8Array, seen: Census, isWhole: boolean): Encoding {
  // Accented letters of western languages stand alone between ASCII letters; the other three come in runs.
  if (seen.highInRuns < seen.high * 0.5) return 'windows-1252';
  const thai = shares(bytes, 'windows-874', isWhole, (code) => code >= 0xe01 && code <= 0xe5b);
  // Words of odd length cannot be cut into pairs of bytes, so Thai and Arabic read as GB18030 leave errors.
  const chinese = shares(
    bytes,
    'gb18030',
    isWhole,
    (code) =>
      (code >= 0x4e00 && code < 0xa000) ||
      (code >= 0x3000 && code < 0x3020) ||
      (code >= 0xff00 && code < 0xfff0),
  );
  const arabic = shares(bytes, 'windows-1256', isWhole, (code) => code >= 0x600 && code < 0x700);
  const mayBeChinese = seen.high >= FEW_HIGH || everydayShare(bytes) >= 0.85;
  if (mayBeChinese && chinese.bad < 0.002 && chinese.right > 0.85) return 'gb18030';
  if (thai.bad < 0.01 && thai.right > 0.95 && thaiOddities(bytes) < 0.05) return 'windows-874';
  if (arabic.right > 0.7) return 'windows-1256';
  if (mayBeChinese && chinese.bad < 0.02 && chinese.right > 0.7) return 'gb18030';
  // A handful of bytes that make sense in no code page are damage in a file that is otherwise plain.
  return seen.high < 30 ? 'utf-8' : 'windows-1252';
}

export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

export type DecodedChunk = {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytes: number;
  /** False once bytes were met that the encoding does not have: U+FFFD may then be damage. */
  readonly sound: boolean;
};

const CHUNK = 512 * 1024;

/** The text of a file in chunks, decoded across their borders. Bytes that cannot be decoded become U+FFFD. */
export async function* decodeFile(
  path: string,
  encoding: Encoding,
  signal?: AbortSignal,
): AsyncGenerator<DecodedChunk> {
  const decoder = new TextDecoder(encoding);
  let sound = true;
  let checked = false;
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    signal?.throwIfAborted();
    const part = chunk as Uint8Array;
    bytes += part.length;
    const text = decoder.decode(part, { stream: true });
    if (!checked && text.includes('\ufffd')) {
      // Only now is it worth decoding a second time: a file may well hold a U+FFFD of its own.
      checked = true;
      sound = isSound(path, encoding);
    }
    if (text !== '') yield { text, bytes, sound };
  }
  const rest = decoder.decode();
  if (rest !== '') yield { text: rest, bytes, sound: false };
}

/** Whether the whole file can be decoded without an error. Reads it in pieces. */
function isSound(path: string, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const file = openSync(path, 'r');
  const buffer = new Uint8Array(CHUNK);
  try {
    for (;;) {
      const got = readSync(file, buffer, 0, buffer.length, null);
      decoder.decode(buffer.subarray(0, got), { stream: got > 0 });
      if (got === 0) return true;
    }
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

export type DecodedWhole = {
  readonly text: string;
  /** Bytes, or runs of them, that are no letters in the encoding. */
  readonly unread: number;
};

/** The text of a whole file in whichever encoding it is, or in the one it names. Throws BadFile `binary`. */
export function decodeWhole(bytes: Uint8Array, named = ''): DecodedWhole {
  const encoding = knownEncoding(named) ?? detectEncoding(bytes, true);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), unread: 0 };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    // A text may hold the sign for what cannot be read, because somebody else could not.
    const own = encoding === 'utf-8' ? count(Buffer.from(bytes).toString('latin1'), '\u00ef\u00bf\u00bd') : 0;
    return { text, unread: Math.max(1, count(text, '\ufffd') - own) };
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** The encoding of that name; `null` for none, and for UTF-8, which is told by its bytes, whatever is claimed. */
function knownEncoding(name: string): string | null {
  try {
    const { encoding } = new TextDecoder(name.trim());
    return /^utf-|^x-user-defined$|^replacement$/.test(encoding) ? null : encoding;
  } catch {
    return null;
  }
}
