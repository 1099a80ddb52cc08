import {
  type OpenZip,
  openGuardedZip,
  readWhole as readWholeEntry,
  ZipProblem,
} from '../media/guarded-zip.ts';
import { BadPackage, type PackageProblemCode } from './bad-package.ts';
import { entryNameProblem } from './entry-names.ts';
import { LIMITS } from './limits.ts';

export type { OpenZip } from '../media/guarded-zip.ts';

// A package's zip: the rules every zip is held to, with the limits and the plain names of packages.

const RULES = {
  ...LIMITS,
  fileBytes: LIMITS.packageBytes,
  nameText: (raw: Buffer) => raw.toString('latin1'),
  nameProblem: entryNameProblem,
};

function toBadPackage(error: unknown): unknown {
  return error instanceof ZipProblem ? new BadPackage(error.code as PackageProblemCode, error.detail) : error;
}

/** Opens a package's zip and checks its whole list of entries. Throws BadPackage. */
export async function openZip(path: string): Promise<OpenZip> {
  try {
    const zip = await openGuardedZip(path, RULES);
    return { ...zip, read: (name) => readWithCodes(zip, name) };
  } catch (error) {
    throw toBadPackage(error);
  }
}

async function* readWithCodes(zip: OpenZip, name: string): AsyncGenerator<Buffer> {
  try {
    yield* zip.read(name);
  } catch (error) {
    throw toBadPackage(error);
  }
}

/** A whole entry in memory; refuses one larger than `limit` bytes before reading it. Throws BadPackage. */
export async function readWhole(zip: OpenZip, name: string, limit: number): Promise<Buffer> {
  try {
    return await readWholeEntry(zip, name, limit);
  } catch (error) {
    throw toBadPackage(error);
  }
}
