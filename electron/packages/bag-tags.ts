import type { PackageProblemCode } from './bad-package.ts';

// Reading the tag files of a bag: RFC 8493 (1.0) and the drafts before it (0.93 to 0.97). Pure: bytes in, facts out.

export type BagProblem = { readonly code: PackageProblemCode; readonly detail: string };
export type BagWarning = {
  readonly code:
    | 'duplicate-listing'
    | 'star-marker'
    | 'leading-dot'
    | 'name-variant'
    | 'system-file'
    | 'old-version';
  readonly detail: string;
};
export type Say = {
  readonly error: (code: PackageProblemCode, detail: string) => void;
  readonly warn: (code: BagWarning['code'], detail: string) => void;
};

export const HASH_NAMES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type HashName = (typeof HASH_NAMES)[number];
const HEX_LENGTH: Readonly<Record<HashName, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

export type Declaration = { readonly major: number; readonly minor: number; readonly encoding: string };

/** `bagit.txt`: two lines, UTF-8, no byte order mark. Null and a problem when it is anything else. */
export function readDeclaration(bytes: Buffer, say: Say): Declaration | null {
  const bad = (detail: string): null => {
    say.error('bag-declaration', detail);
    return null;
  };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return bad('begins with a byte order mark');
  const lines = bytes.toString('utf8').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length !== 2) return bad(`${lines.length} lines where two belong`);
  const version = /^BagIt-Version: (\d+)\.(\d+)$/.exec(lines[0] ?? '');
  if (version === null) return bad('the first line is not "BagIt-Version: M.N"');
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? '');
  if (encoding?.[1] === undefined) return bad('the second line is not "Tag-File-Character-Encoding: NAME"');
  try {
    new TextDecoder(encoding[1]);
  } catch {
    return bad(`unknown encoding ${encoding[1]}`);
  }
  return { major: Number(version[1]), minor: Number(version[2]), encoding: encoding[1] };
}

/** True for bags of the final standard, whose rules are the stricter ones. */
export function isStandard(declaration: Declaration): boolean {
  return declaration.major >= 1;
}

export function decodeTags(bytes: Buffer, encoding: string): string {
  // "UTF-16" leaves the order of bytes to the mark at the beginning; the decoder would take it for little-endian.
  const big = /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(big ? 'utf-16be' : encoding).decode(bytes);
}

/** `bag-info.txt` as pairs in their order. Lines that begin with white space continue the one before. */
export function readBagInfo(text: string, strict: boolean, say: Say): { label: string; value: string }[] {
  const pairs: { label: string; value: string }[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const last = pairs.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.value += ` ${line.trim()}`;
      continue;
    }
    const match = /^([^:]*?)([ \t]*):([ \t]*)(.*)$/.exec(line);
    if (match?.[1] === undefined || match[1].trim() === '')
      say.error('bag-info', `not "Label: value": ${line.slice(0, 80)}`);
    else {
      if (strict && match[2] !== '')
        say.error('bag-info', `white space before the colon: ${line.slice(0, 80)}`);
      pairs.push({ label: match[1].trim(), value: (match[4] ?? '').trim() });
    }
  }
  return pairs;
}

/** `Payload-Oxum` of a bag's info: bytes and number of payload files, or null where there is none. */
export function readOxum(
  pairs: readonly { label: string; value: string }[],
  say: Say,
): { bytes: number; files: number } | null {
  const found = pairs.filter((pair) => pair.label.toLowerCase() === 'payload-oxum');
  const value = found[0]?.value;
  if (value === undefined) return null;
  const match = /^(\d+)\.(\d+)$/.exec(value);
  if (match === null || found.length > 1) {
    say.error('bag-info', `Payload-Oxum: ${value}`);
    return null;
  }
  return { bytes: Number(match[1]), files: Number(match[2]) };
}

/** Why a path listed in a bag may not be touched, on any system; null when it is plain and relative. */
function isUnsafePath(path: string): boolean {
  return (
    path === '' ||
    path.includes('\0') ||
    /^[/\\~]/.test(path) ||
    /^[A-Za-z]:/.test(path) ||
    /^%[A-Za-z]\w*%/.test(path) ||
    path.split(/[/\\]/).includes('..')
  );
}

const unescapeBreaks = (path: string): string => path.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');

/** In 1.0 exactly CR, LF and the percent sign are encoded; drafts encoded CR and LF and left every other `%` alone. */
export function decodePath(path: string, declaration: Declaration): string {
  const decoded = unescapeBreaks(path);
  return isStandard(declaration) ? decoded.replace(/%25/g, '%') : decoded;
}

export type Listing = ReadonlyMap<string, string>;

/**
 * A manifest as path → checksum (lower-case hex). `payload` says whether every path must lie under `data/`.
 * `exists` lets drafts that wrote `%0A` literally be read as they were meant.
 */
export function readManifestFile(
  text: string,
  hash: HashName,
  options: {
    readonly declaration: Declaration;
    readonly payload: boolean;
    readonly name: string;
    readonly exists: (path: string) => boolean;
  },
  say: Say,
): Listing {
  const listing = new Map<string, string>();
  const pattern = new RegExp(`^([0-9a-fA-F]{${HEX_LENGTH[hash]}})[ \\t]+(\\*?)(.+)$`);
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const match = pattern.exec(line);
    const [, checksum, star, written] = match ?? [];
    if (checksum === undefined || written === undefined) {
      say.error('bag-manifest-syntax', `${options.name}: ${line.slice(0, 80)}`);
      continue;
    }
    if (star === '*') say.warn('star-marker', `${options.name}: ${written}`);
    const path = plainPath(written, options, say);
    if (path === null) continue;
    const known = listing.get(path);
    if (known === undefined) listing.set(path, checksum.toLowerCase());
    else if (known !== checksum.toLowerCase()) say.error('bag-conflicting-listing', path);
    else if (isStandard(options.declaration)) say.error('bag-duplicate-listing', path);
    else say.warn('duplicate-listing', path);
  }
  return listing;
}

function plainPath(
  written: string,
  options: {
    readonly declaration: Declaration;
    readonly payload: boolean;
    readonly exists: (path: string) => boolean;
  },
  say: Say,
): string | null {
  if (isUnsafePath(written)) {
    say.error('bag-path-unsafe', written);
    return null;
  }
  let path = written;
  if (path.startsWith('./')) {
    say.warn('leading-dot', path);
    path = path.replace(/^(\.\/)+/, '');
  }
  if (isStandard(options.declaration) || !options.exists(path)) path = decodePath(path, options.declaration);
  if (options.payload && !path.startsWith('data/')) {
    say.error('bag-path-outside-payload', path);
    return null;
  }
  return path;
}

/** `fetch.txt`: paths of payload files that are to be had elsewhere. Nothing is ever fetched here. */
export function readFetch(text: string, declaration: Declaration, say: Say): string[] {
  const paths: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const match = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line);
    if (match?.[3] === undefined) {
      say.error('bag-fetch', line.slice(0, 80));
      continue;
    }
    const path = plainPath(match[3], { declaration, payload: true, exists: () => false }, say);
    if (path !== null) paths.push(path);
  }
  return paths;
}
