import { type OpenZip, openGuardedZip, readWhole, ZipProblem } from '../../media/guarded-zip.ts';
import { BadFile } from '../bad-file.ts';

// A Word or OpenDocument file is a zip of XML somebody sent. It is held to the rules of every zip, its XML may not
// declare anything (entities that unfold, entities that name files), and nothing outside of it is ever opened.

const MB = 1024 * 1024;
/** Bytes of one XML part. A book of a million words takes about 30 MB. */
const LARGEST_XML = 64 * MB;
const LARGEST_PICTURE = 64 * MB;

const RULES = {
  fileBytes: 128 * MB,
  entries: 5_000,
  entryBytes: 128 * MB,
  totalBytes: 512 * MB,
  ratio: 400,
  ratioAbove: 4 * MB,
  nameText: (raw: Buffer) => raw.toString('utf8'),
  // Nothing is unpacked to disk by its name, so a name may look like anything; only the parts we ask for are read.
  nameProblem: (name: string) => (name.includes('\0') ? 'name-nul' : null),
  mayDifferInCase: true,
};

export type OfficeZip = {
  readonly has: (name: string) => boolean;
  readonly bytes: (name: string) => Promise<Buffer>;
  /** An XML part as text; '' when it is not there. Throws BadFile `unsafe-xml` for one that declares things. */
  readonly xml: (name: string) => Promise<string>;
  readonly close: () => void;
};

/** Throws BadFile: `unsafe-zip` for what breaks a rule of zips, `not-readable` for what is none. */
export async function openOfficeZip(path: string): Promise<OfficeZip> {
  const zip = await guarded(() => openGuardedZip(path, RULES));
  const bytes = (name: string, limit: number) => guarded(() => readWhole(zip, name, limit));
  return {
    has: (name) => zip.entries.has(name),
    bytes: (name) => bytes(name, LARGEST_PICTURE),
    xml: async (name) => (zip.entries.has(name) ? xmlText(await bytes(name, LARGEST_XML)) : ''),
    close: () => (zip as OpenZip).close(),
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    const isNone =
      error.code === 'not-a-zip' || error.code === 'zip-damaged' || error.code === 'file-missing';
    throw new BadFile(isNone ? 'not-readable' : 'unsafe-zip', error.code);
  }
}

function xmlText(bytes: Buffer): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const text = new TextDecoder(wide).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BadFile('unsafe-xml');
  return text;
}
