// Word puts its pictures on the clipboard only inside the RTF: the HTML beside it names files on a disk no page may read.

export interface RtfPicture {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Most pictures taken out of one clipboard, and most bytes of them together. */
const MOST_PICTURES = 500;
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * The PNG and JPEG pictures of an RTF text in the order they stand in it. The old-style twin that Word writes beside each
 * picture (`\nonshppict`) and drawings (metafiles) are left out; `null` holds the place of a picture that could not be read,
 * so that the others keep their numbers. Reads each letter once, whatever the input.
 */
export function picturesInRtf(rtf: string): (RtfPicture | null)[] {
  const found: (RtfPicture | null)[] = [];
  let bytes = 0;
  for (let at = rtf.indexOf('{\\pict'); at !== -1 && found.length < MOST_PICTURES; ) {
    const group = readGroup(rtf, at);
    if (!rtf.slice(Math.max(0, at - 13), at).includes('\\nonshppict')) {
      const picture = bytes < MOST_BYTES ? toPicture(group.words, group.hex) : null;
      bytes += picture?.bytes.length ?? 0;
      found.push(picture);
    }
    at = rtf.indexOf('{\\pict', group.end);
  }
  return found;
}

interface PictureGroup {
  /** Control words of the group itself, not of groups inside it. */
  readonly words: ReadonlySet<string>;
  readonly hex: string;
  readonly end: number;
}

function readGroup(rtf: string, start: number): PictureGroup {
  const words = new Set<string>();
  const hex: string[] = [];
  let depth = 0;
  let at = start;
  while (at < rtf.length) {
    const sign = rtf[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return { words, hex: hex.join(''), end: at + 1 };
    } else if (sign === '\\') {
      CONTROL.lastIndex = at;
      const control = CONTROL.exec(rtf);
      if (control && depth === 1) words.add(control[1] ?? '');
      // An escaped sign (`\{`) is two letters long and opens nothing.
      at += control ? control[0].length : 2;
      continue;
    } else if (depth === 1) {
      HEX.lastIndex = at;
      const run = HEX.exec(rtf)?.[0];
      if (run) {
        hex.push(run);
        at += run.length;
        continue;
      }
    }
    at += 1;
  }
  return { words, hex: '', end: rtf.length };
}

const CONTROL = /\\([a-z]+)(?:-?\d+)? ?/giy;
const HEX = /[\da-f]+/giy;

function toPicture(words: ReadonlySet<string>, hex: string): RtfPicture | null {
  const mime = words.has('pngblip') ? 'image/png' : words.has('jpegblip') ? 'image/jpeg' : undefined;
  if (mime === undefined || hex.length === 0 || hex.length % 2 !== 0) return null;
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  return { mime, bytes };
}
