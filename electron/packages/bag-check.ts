import { createHash, type Hash } from 'node:crypto';
import {
  type BagProblem,
  type BagWarning,
  type Declaration,
  decodeTags,
  HASH_NAMES,
  type HashName,
  isStandard,
  type Listing,
  readBagInfo,
  readDeclaration,
  readFetch,
  readManifestFile,
  readOxum,
  type Say,
} from './bag-tags.ts';

// A checker for any BagIt bag, ours or not, over anything that has paths and bytes: a folder, a zip, a list in a test.

export type FileTree = {
  /** Every file, relative, with `/` between folders. */
  readonly paths: readonly string[];
  /** Bytes of a file as the tree declares it. */
  readonly size: (path: string) => number;
  readonly read: (path: string) => AsyncIterable<Buffer>;
};

export type BagReport = {
  readonly valid: boolean;
  readonly errors: readonly BagProblem[];
  readonly warnings: readonly BagWarning[];
  readonly files: number;
  readonly bytes: number;
};

export type BagOptions = {
  /** Called with the bytes of each payload file as they pass, so that nothing needs reading twice. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Stop at the first error: a hostile bag gets no more of our time. */
  readonly stopAtFirst?: boolean;
};

/** Largest tag file read into memory. Longer ones make the bag invalid here. */
const TAG_BYTES = 64 * 1024 * 1024;
/** Files systems leave lying about; a bag that lists one and lost it lost nothing. */
const SYSTEM_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.spotlight-v100', '.trashes']);

class Enough extends Error {}

type Bag = {
  readonly declaration: Declaration;
  readonly manifests: ReadonlyMap<HashName, Listing>;
  readonly tagManifests: ReadonlyMap<HashName, Listing>;
  readonly fetchable: ReadonlySet<string>;
  readonly oxum: { readonly bytes: number; readonly files: number } | null;
};

async function readAll(tree: FileTree, path: string): Promise<Buffer> {
  if (tree.size(path) > TAG_BYTES) throw new Error(`${path} is too large for a tag file`);
  const parts: Buffer[] = [];
  for await (const part of tree.read(path)) parts.push(part);
  return Buffer.concat(parts);
}

async function readTags(tree: FileTree, has: (path: string) => boolean, say: Say): Promise<Bag | null> {
  if (!has('bagit.txt')) {
    say.error('not-a-bag', 'there is no bagit.txt');
    return null;
  }
  const declaration = readDeclaration(await readAll(tree, 'bagit.txt'), say);
  if (declaration === null) return null;
  if (!isStandard(declaration)) say.warn('old-version', `${declaration.major}.${declaration.minor}`);
  const text = async (path: string): Promise<string> =>
    decodeTags(await readAll(tree, path), declaration.encoding);
  const listings = async (prefix: string, payload: boolean): Promise<Map<HashName, Listing>> => {
    const found = new Map<HashName, Listing>();
    for (const hash of HASH_NAMES) {
      const name = `${prefix}-${hash}.txt`;
      if (has(name))
        found.set(
          hash,
          readManifestFile(await text(name), hash, { declaration, payload, name, exists: has }, say),
        );
    }
    return found;
  };
  const manifests = await listings('manifest', true);
  if (manifests.size === 0)
    say.error('bag-no-manifest', 'no manifest-<algorithm>.txt with a known algorithm');
  const tagManifests = await listings('tagmanifest', false);
  const infoName = ['bag-info.txt', 'package-info.txt'].find(has);
  const info = infoName === undefined ? [] : readBagInfo(await text(infoName), isStandard(declaration), say);
  const fetchable = has('fetch.txt') ? readFetch(await text('fetch.txt'), declaration, say) : [];
  for (const path of fetchable)
    if (![...manifests.values()].some((listing) => listing.has(path)))
      say.error('bag-fetch', `${path} is in no manifest`);
  return { declaration, manifests, tagManifests, fetchable: new Set(fetchable), oxum: readOxum(info, say) };
}

/** Which file in the tree a listed path means: itself, or one whose name differs only in case or normalisation. */
function variantOf(path: string, folded: ReadonlyMap<string, string>): string | undefined {
  return folded.get(path.normalize('NFC').toLowerCase());
}

/** Compares lists and tree by name. Returns how many listed files are absent for a reason that only deserves a warning. */
function compareNames(tree: FileTree, bag: Bag, present: ReadonlySet<string>, say: Say): number {
  const payload = tree.paths.filter((path) => path.startsWith('data/'));
  const folded = new Map(tree.paths.map((path) => [path.normalize('NFC').toLowerCase(), path]));
  const listed = new Set([...bag.manifests.values()].flatMap((listing) => [...listing.keys()]));
  let excused = 0;
  for (const path of listed) {
    if (present.has(path)) continue;
    const base = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    if (SYSTEM_FILES.has(base)) {
      say.warn('system-file', path);
      excused += 1;
    } else if (variantOf(path, folded) !== undefined) say.warn('name-variant', path);
    else say.error('file-missing', bag.fetchable.has(path) ? `${path} (to be fetched)` : path);
  }
  const reached = new Set([...listed].map((path) => (present.has(path) ? path : variantOf(path, folded))));
  for (const path of payload) {
    // The standard wants every manifest complete; the drafts were content with one that names the file.
    const everywhere = [...bag.manifests.values()].every((listing) => listing.has(path));
    const somewhere = reached.has(path);
    if (isStandard(bag.declaration) ? !everywhere && !(bag.manifests.size === 1 && somewhere) : !somewhere)
      say.error('file-unlisted', path);
  }
  for (const listing of bag.tagManifests.values())
    for (const path of listing.keys()) if (!present.has(path)) say.error('file-missing', path);
  return excused;
}

async function hashFile(
  tree: FileTree,
  path: string,
  hashes: readonly HashName[],
  onBytes: (count: number) => void,
): Promise<Map<HashName, string>> {
  const running = new Map<HashName, Hash>(hashes.map((name) => [name, createHash(name)]));
  for await (const part of tree.read(path)) {
    for (const hash of running.values()) hash.update(part);
    onBytes(part.length);
  }
  return new Map([...running].map(([name, hash]) => [name, hash.digest('hex')]));
}

async function compareContent(
  tree: FileTree,
  bag: Bag,
  present: ReadonlySet<string>,
  options: BagOptions,
  say: Say,
): Promise<void> {
  const expected = new Map<string, { hash: HashName; checksum: string }[]>();
  const folded = new Map(tree.paths.map((path) => [path.normalize('NFC').toLowerCase(), path]));
  for (const lists of [bag.tagManifests, bag.manifests]) {
    for (const [hash, listing] of lists) {
      for (const [path, checksum] of listing) {
        const real = present.has(path) ? path : variantOf(path, folded);
        if (real !== undefined) expected.set(real, [...(expected.get(real) ?? []), { hash, checksum }]);
      }
    }
  }
  const total = [...expected.keys()].reduce((sum, path) => sum + tree.size(path), 0);
  let done = 0;
  for (const [path, wanted] of expected) {
    options.signal?.throwIfAborted();
    const found = await hashFile(tree, path, [...new Set(wanted.map((one) => one.hash))], (count) => {
      done += count;
      options.signal?.throwIfAborted();
      options.onProgress?.(done, total);
    });
    for (const one of wanted)
      if (found.get(one.hash) !== one.checksum) say.error('checksum-mismatch', `${path} (${one.hash})`);
  }
}

/**
 * Checks a bag from end to end: declaration, info, lists, names, sizes, contents. Never throws for what is wrong with
 * the bag; errors of `tree.read` pass through. `bytes` and `files` count the payload.
 */
export async function checkBag(tree: FileTree, options: BagOptions = {}): Promise<BagReport> {
  const errors: BagProblem[] = [];
  const warnings: BagWarning[] = [];
  const say: Say = {
    error: (code, detail) => {
      errors.push({ code, detail });
      if (options.stopAtFirst === true) throw new Enough();
    },
    warn: (code, detail) => {
      if (warnings.length < 1_000) warnings.push({ code, detail });
    },
  };
  const present = new Set(tree.paths);
  const payload = tree.paths.filter((path) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, path) => sum + tree.size(path), 0);
  try {
    const bag = await readTags(tree, (path) => present.has(path), say);
    if (bag !== null) {
      const excused = compareNames(tree, bag, present, say);
      const { oxum } = bag;
      if (
        oxum !== null &&
        (oxum.bytes !== bytes || oxum.files < payload.length || oxum.files > payload.length + excused)
      )
        say.error('oxum-mismatch', `${oxum.bytes}.${oxum.files} declared, ${bytes}.${payload.length} found`);
      await compareContent(tree, bag, present, options, say);
    }
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { valid: errors.length === 0, errors, warnings, files: payload.length, bytes };
}
