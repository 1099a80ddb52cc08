import { open as openFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

// A zip is a list of promises about bytes further up in the file. This reads the whole list, refuses it unless every
// promise is plain and possible, and only then lets anybody at the bytes. Packages, office documents and zipped folders
// all come in through here; what differs is how large and how they may be called.

export type ZipRules = {
  /** Bytes of the whole file. */
  readonly fileBytes: number;
  readonly entries: number;
  /** Bytes of one entry, and of all entries together, unpacked. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked ÷ packed of an entry larger than `ratioAbove` bytes. */
  readonly ratio: number;
  readonly ratioAbove: number;
  /** Bytes of a name → the name by which the entry is asked for. */
  readonly nameText: (raw: Buffer, isUtf8: boolean) => string;
  /** What is wrong with a name, as a code, or null. */
  readonly nameProblem: (name: string) => string | null;
  /** Two names that differ in case only: on many file systems they are one file, which matters where it is unpacked. */
  readonly mayDifferInCase?: boolean;
};

export type ZipProblemCode =
  | 'not-found'
  | 'package-too-large'
  | 'not-a-zip'
  | 'zip-damaged'
  | 'zip-encrypted'
  | 'zip-compression'
  | 'zip-too-many-entries'
  | 'zip-entry-too-large'
  | 'zip-total-too-large'
  | 'zip-ratio'
  | 'zip-overlap'
  | 'zip-size-lie'
  | 'zip-directory-lie'
  | 'zip-not-a-file'
  | 'zip-symlink'
  | 'zip-duplicate-name'
  | 'zip-duplicate-case'
  | 'name-characters'
  | 'file-missing'
  | 'manifest-too-large';

/** A zip that is not opened, or not read further. */
export class ZipProblem extends Error {
  /** One of ZipProblemCode, or what `nameProblem` said. */
  readonly code: string;
  readonly detail: string;
  constructor(code: ZipProblemCode | (string & {}), detail = '') {
    super(`${code}: ${detail}`);
    this.name = 'ZipProblem';
    this.code = code;
    this.detail = detail;
  }
}

export type ZipEntry = {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
};

export type OpenZip = {
  readonly bytes: number;
  /** Files only, by name. Folder entries are checked and dropped. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The unpacked bytes of an entry. Throws ZipProblem as soon as they are not what the list promised. */
  readonly read: (name: string) => AsyncIterable<Buffer>;
  readonly close: () => void;
};

const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const UTF8 = 0x800;
const UNICODE_PATH_FIELD = 0x7075;
const FILE_TYPE = 0o170000;
const LOCAL_HEADER_BYTES = 30;

/** yauzl says what is wrong in words; these are the words that matter. */
function codeOf(error: unknown): ZipProblem {
  const message = error instanceof Error ? error.message : String(error);
  if (/end of central directory record signature/i.test(message)) return new ZipProblem('not-a-zip', message);
  if (/encrypt/i.test(message)) return new ZipProblem('zip-encrypted', message);
  if (/compression method/i.test(message)) return new ZipProblem('zip-compression', message);
  if (/too many bytes|not enough bytes|size mismatch/i.test(message))
    return new ZipProblem('zip-size-lie', message);
  return new ZipProblem('zip-damaged', message);
}

function checkKind(entry: yauzl.Entry, name: string): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === 0o120000) throw new ZipProblem('zip-symlink', name);
  const isFolder = name.endsWith('/');
  if (type !== 0 && type !== (isFolder ? 0o040000 : 0o100000)) throw new ZipProblem('zip-not-a-file', name);
  if (isFolder && entry.uncompressedSize !== 0) throw new ZipProblem('zip-not-a-file', name);
}

function checkSizes(entry: yauzl.Entry, name: string, rules: ZipRules): void {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > rules.entryBytes) throw new ZipProblem('zip-entry-too-large', name);
  if (size > rules.ratioAbove && size > packed * rules.ratio) throw new ZipProblem('zip-ratio', name);
  if (entry.compressionMethod === 0 && size !== packed) throw new ZipProblem('zip-size-lie', name);
}

function checkEntry(entry: yauzl.Entry, rules: ZipRules): string {
  const raw = rawName(entry);
  const name = rules.nameText(raw, (entry.generalPurposeBitFlag & UTF8) !== 0);
  const problem = rules.nameProblem(name);
  if (problem !== null) throw new ZipProblem(problem, raw.toString('utf8'));
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new ZipProblem('zip-encrypted', name);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new ZipProblem('zip-compression', `${name}: method ${entry.compressionMethod}`);
  // A second name for the same entry: other programs would see other files than we do.
  if (entry.extraFields.some((field) => field.id === UNICODE_PATH_FIELD))
    throw new ZipProblem('name-characters', name);
  checkKind(entry, name);
  checkSizes(entry, name, rules);
  return name;
}

/** Where the end-of-directory record begins, so that we can tell whether the list we read is the whole list. */
async function directoryEnd(path: string, size: number): Promise<number> {
  const file = await openFile(path, 'r');
  try {
    const tail = Buffer.alloc(Math.min(size, 22 + 0xffff + 76));
    await file.read(tail, 0, tail.length, size - tail.length);
    const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (at < 0) throw new ZipProblem('not-a-zip', 'no end of central directory');
    const start = size - tail.length;
    const hasLocator = at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50;
    return hasLocator ? Number(tail.readBigUInt64LE(at - 20 + 8)) : start + at;
  } finally {
    await file.close();
  }
}

async function readList(
  zip: yauzl.ZipFile,
  path: string,
  rules: ZipRules,
): Promise<Map<string, { name: string; entry: yauzl.Entry }>> {
  const found = new Map<string, { name: string; entry: yauzl.Entry }>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = checkEntry(entry, rules);
    const plain = name.replace(/\/$/, '');
    const folded = rules.mayDifferInCase === true ? plain : plain.toLowerCase();
    const twin = found.get(folded);
    if (twin !== undefined)
      throw new ZipProblem(twin.name === name ? 'zip-duplicate-name' : 'zip-duplicate-case', name);
    found.set(folded, { name, entry });
    total += entry.uncompressedSize;
    if (total > rules.totalBytes) throw new ZipProblem('zip-total-too-large', name);
    if (found.size > rules.entries) throw new ZipProblem('zip-too-many-entries', String(zip.entryCount));
  }
  for (const [folded, { name }] of found) {
    const parts = folded.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const above = found.get(parts.slice(0, depth).join('/'));
      if (above !== undefined && !above.name.endsWith('/')) throw new ZipProblem('zip-duplicate-name', name);
    }
  }
  // `readEntryCursor` is a number at run time; its published type says otherwise.
  const cursor = zip.readEntryCursor as unknown as number;
  if (cursor !== (await directoryEnd(path, zip.fileSize)))
    throw new ZipProblem('zip-directory-lie', 'the list of files is longer or shorter than it says');
  return found;
}

/** No two entries may share bytes (the trick of the smallest bombs), and none may reach into the list itself. */
async function checkOverlap(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[]): Promise<void> {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  // First by what the list says: cheap, and enough for every honest bomb.
  for (const entry of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new ZipProblem('zip-overlap', nameOf(entry));
    end =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
  }
  end = 0;
  for (const entry of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new ZipProblem('zip-overlap', nameOf(entry));
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (local.fileName.toString('latin1') !== nameOf(entry))
      throw new ZipProblem('zip-directory-lie', nameOf(entry));
    end = local.fileDataStart + entry.compressedSize;
  }
}

function rawName(entry: yauzl.Entry): Buffer {
  return entry.fileNameRaw ?? (entry.fileName as unknown as Buffer);
}

function nameOf(entry: yauzl.Entry): string {
  return rawName(entry).toString('latin1');
}

/** Opens a zip and checks its whole list of entries. Throws ZipProblem. */
export async function openGuardedZip(path: string, rules: ZipRules): Promise<OpenZip> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new ZipProblem('not-found');
  if (info.size > rules.fileBytes) throw new ZipProblem('package-too-large', `${info.size} bytes`);
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw codeOf(error);
  }
  // Asynchronous trouble after a refusal (the file being cut while we read) must not end the process.
  zip.on('error', () => {});
  try {
    if (zip.entryCount > rules.entries) throw new ZipProblem('zip-too-many-entries', String(zip.entryCount));
    const list = await readList(zip, path, rules);
    const files = [...list.values()];
    await checkOverlap(
      zip,
      files.map((one) => one.entry),
    );
    return toOpenZip(
      zip,
      info.size,
      files.filter((one) => !one.name.endsWith('/')),
    );
  } catch (error) {
    zip.close();
    throw error instanceof ZipProblem ? error : codeOf(error);
  }
}

function toOpenZip(
  zip: yauzl.ZipFile,
  bytes: number,
  files: { name: string; entry: yauzl.Entry }[],
): OpenZip {
  const raw = new Map(files.map((one) => [one.name, one.entry]));
  const entries = new Map(
    files.map(({ name, entry }) => [
      name,
      { name, size: entry.uncompressedSize, packedSize: entry.compressedSize },
    ]),
  );
  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = raw.get(name);
    if (entry === undefined) throw new ZipProblem('file-missing', name);
    let stream: Readable | null = null;
    try {
      stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      if (error instanceof ZipProblem) throw error;
      throw new ZipProblem(codeOf(error).code, `${name}: ${(error as Error).message}`);
    } finally {
      stream?.destroy();
    }
  }
  return { bytes, entries, read, close: () => zip.close() };
}

/** A whole entry in memory; refuses one larger than `limit` bytes before reading it. */
export async function readWhole(zip: OpenZip, name: string, limit: number): Promise<Buffer> {
  const entry = zip.entries.get(name);
  if (entry === undefined) throw new ZipProblem('file-missing', name);
  if (entry.size > limit) throw new ZipProblem('manifest-too-large', name);
  const parts: Buffer[] = [];
  for await (const part of zip.read(name)) parts.push(part);
  return Buffer.concat(parts);
}
