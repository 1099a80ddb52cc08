/**
 * What a file is taken for, by its name. `other` may still be linked from a note; `json` is what our own export writes
 * and is known by its first words.
 */
export type DocumentFormat = 'markdown' | 'text' | 'html' | 'docx' | 'odt' | 'lines' | 'json' | 'other';

const BY_EXTENSION: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  odt: 'odt',
  jsonl: 'lines',
  ndjson: 'lines',
};

export function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]{1,12})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

export function formatOf(path: string): DocumentFormat {
  return BY_EXTENSION[extensionOf(path)] ?? 'other';
}

/** Bytes of one file beyond which it is refused before it is read. */
export const LARGEST: Readonly<Record<DocumentFormat, number>> = {
  markdown: 8_000_000,
  text: 8_000_000,
  html: 64_000_000,
  docx: 128_000_000,
  odt: 128_000_000,
  lines: Number.POSITIVE_INFINITY,
  json: 256_000_000,
  other: 512 * 1024 * 1024,
};
