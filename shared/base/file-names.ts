// Names for files made from people's words. One folder may be unzipped on Windows, macOS and Linux, so a name must be
// allowed on the strictest of them and differ from its neighbours on the most forgetful.

/** Windows opens a device instead of a file for these, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:[. ]|$)/iu;
/** Bytes of a name without its ending: file systems stop at 255 for the whole, and some tools count UTF-16 twice. */
const MOST_BYTES = 150;
const MOST_SIGNS = 80;

/**
 * A name without path signs, control characters, signs that turn the direction of what follows, dots and spaces at its
 * ends; letters of every script stay. Never empty: `fallback` then. Without an ending; at most 80 signs and 150 bytes.
 */
export function safeFileName(raw: string, fallback: string): string {
  // No more than could ever be kept: some of the patterns below take time that grows with the square of a long text.
  const cleaned = raw
    .slice(0, 500)
    .toWellFormed()
    .normalize('NFC')
    // Line and paragraph separators, marks that override direction, byte order marks, specials.
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\ufff0-\uffff]/gu, ' ')
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = shorten(cleaned).replace(/[. ]+$/g, '');
  if (short === '') return fallback;
  return RESERVED.test(short) ? `_${short}` : short;
}

let segmenter: Intl.Segmenter | undefined;

/** Cut between what people see as signs, so that no emoji loses its skin and no letter its marks. */
function shorten(name: string): string {
  let out = '';
  let bytes = 0;
  let signs = 0;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(name)) {
    bytes += utf8Length(segment);
    signs += 1;
    if (bytes > MOST_BYTES || signs > MOST_SIGNS) break;
    out += segment;
  }
  return out;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Gives each name once: the second of two that some file system takes for the same gets ` (2)`. `extension` without a dot. */
export function fileNamer(): (raw: string, extension: string, fallback: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (raw, extension, fallback) => {
    const base = safeFileName(raw, fallback);
    const ending = extension === '' ? '' : `.${extension}`;
    // Windows and macOS forget case, macOS also how letters are put together.
    const key = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase();
    const first = key(base + ending);
    let name = base + ending;
    for (let number = next.get(first) ?? 2; taken.has(key(name)); number += 1) {
      name = `${base} (${number})${ending}`;
      next.set(first, number + 1);
    }
    taken.add(key(name));
    return name;
  };
}
