import type { BagEntry } from './package-files.ts';

// The tag files of our own bags: RFC 8493, sha-256 only, so that `sha256sum -c` is all anybody needs in thirty years.

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** One line of words: what cannot stand in a tag file (breaks, control characters) becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

export function bagInfo(facts: {
  readonly day: string;
  readonly packageId: string;
  readonly version: string;
  readonly title: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
}): string {
  const lines = [
    ['Bag-Software-Agent', 'Heirloom'],
    ['Bagging-Date', facts.day],
    ['External-Identifier', `${facts.packageId} ${facts.version}`],
    ['External-Description', oneLine(facts.title)],
    ['Payload-Oxum', `${facts.payloadBytes}.${facts.payloadFiles}`],
  ];
  return `${lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')}\n`;
}

/** Entries must be sorted; their names hold nothing that would need encoding. */
export function manifestText(entries: readonly Pick<BagEntry, 'path' | 'sha256'>[]): string {
  return entries.map((entry) => `${entry.sha256}  ${entry.path}\n`).join('');
}
