import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { buildReaderIndex, type ReaderDocument } from '../../shared/search/reader-index.ts';
import { toSearchDocument } from '../../shared/search/search-document.ts';
import { type BagEntry, entryWriter } from './package-files.ts';
import { dataScript, shardPath } from './reader-data.ts';

// One index for ten thousand records would block this process while it is made and the reader's page while it is opened.
// Several small ones are searched one after the other and their hits put together.

/** Records, and characters of text, in one index. */
const SHARD_RECORDS = 400;
const SHARD_CHARACTERS = 600_000;

type Options = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number) => void;
};

/**
 * A record is known to the index by its place among the records, not by its id: the index names each record hundreds of
 * times, and 36 characters each time made it three times as large.
 */
function toReaderDocument(
  item: AnyRecord,
  place: number,
  titles: ReadonlyMap<string, string>,
): ReaderDocument | null {
  const found = toSearchDocument(item, { questionTitle: (id) => titles.get(id) ?? '' });
  return found === null
    ? null
    : { id: String(place), title: found.ownTitle, headings: found.headings, body: found.body };
}

/** Writes the reader's search index as scripts; nothing when there is nothing to find. */
export async function writeReaderIndex(
  folder: string,
  items: readonly AnyRecord[],
  options: Options = {},
): Promise<readonly BagEntry[]> {
  const titles = new Map<string, string>();
  for (const item of items) if (item.kind === 'question') titles.set(item.record.id, item.record.title);
  const entries: BagEntry[] = [];
  let waiting: ReaderDocument[] = [];
  let characters = 0;
  let done = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const number = entries.length + 1;
    const writer = entryWriter(folder, shardPath('index', number));
    await writer.write(dataScript(`index-${number}`, JSON.stringify(buildReaderIndex(waiting))));
    entries.push(await writer.end());
    waiting = [];
    characters = 0;
    options.onProgress?.(done);
    await nextTurn();
    options.signal?.throwIfAborted();
  };
  for (const item of items) {
    const document = toReaderDocument(item, done, titles);
    done += 1;
    if (document === null) continue;
    waiting.push(document);
    characters += document.title.length + document.headings.length + document.body.length;
    if (waiting.length >= SHARD_RECORDS || characters >= SHARD_CHARACTERS) await flush();
  }
  await flush();
  return entries;
}
