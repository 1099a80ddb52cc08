import type { AnyRecord } from '../../shared/domain/record-of.ts';
import type { PackageManifest } from '../../shared/package-format/manifest.ts';
import { type BagEntry, type EntryWriter, entryWriter, textEntry } from './package-files.ts';

// What the reader reads. A page opened from a folder may not fetch, but it may load scripts: so the data are scripts that
// hand one string to the reader, which parses it as JSON. The string is escaped so that no data can end it or the script.

/** Characters of JSON in one script; a browser parses this much in well under a tenth of a second. */
const SHARD_CHARACTERS = 4_000_000;

/**
 * A call that hands `json` to the reader under a name. Quoted with `'`, because JSON is full of `"` and each would need a
 * backslash. `<` and the two line separators cannot occur in the result: nothing can end the script or the line.
 */
export function dataScript(name: string, json: string): string {
  const literal = json
    .replace(/[\\']/g, '\\$&')
    .replace(/</g, '\\u003C')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `heirloomData('${name}','${literal}');\n`;
}

/** Path of a numbered script: `data/reader/records.js` is the first thing loaded, the shards follow by number. */
export function shardPath(kind: 'records' | 'index', number: number): string {
  return `data/reader/${kind}-${number}.js`;
}

export type ReaderShards = {
  readonly add: (value: unknown) => Promise<void>;
  readonly end: () => Promise<readonly BagEntry[]>;
};

/** Collects values into scripts of about SHARD_CHARACTERS, each a JSON array. */
export function readerShards(folder: string, kind: 'records' | 'index'): ReaderShards {
  const entries: BagEntry[] = [];
  let parts: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (parts.length === 0) return;
    const number = entries.length + 1;
    const writer: EntryWriter = entryWriter(folder, shardPath(kind, number));
    await writer.write(dataScript(`${kind}-${number}`, `[${parts.join(',')}]`));
    entries.push(await writer.end());
    parts = [];
    length = 0;
  };
  return {
    add: async (value) => {
      const json = JSON.stringify(value);
      if (length > 0 && length + json.length > SHARD_CHARACTERS) await flush();
      parts.push(json);
      length += json.length;
    },
    end: async () => {
      await flush();
      return entries;
    },
  };
}

/** What the reader needs of a record. Times of saving and authors of versions mean nothing to a reader. */
export function toReaderRecord(item: AnyRecord): unknown {
  const { createdBy: _by, version: _version, deletedAt: _binned, ...record } = item.record;
  return { kind: item.kind, record };
}

/** The first script: what the package is, and how many more scripts there are. */
export async function readerFront(
  folder: string,
  facts: {
    readonly manifest: PackageManifest;
    readonly recordShards: number;
    readonly indexShards: number;
    readonly extensions: ReadonlyMap<string, string>;
  },
): Promise<BagEntry> {
  const front = {
    manifest: facts.manifest,
    recordShards: facts.recordShards,
    indexShards: facts.indexShards,
    media: Object.fromEntries([...facts.extensions].sort()),
  };
  return textEntry(folder, 'data/reader/records.js', dataScript('front', JSON.stringify(front)));
}
