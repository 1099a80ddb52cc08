// What a start (or a second start, or a double click on a file) asks for. Electron and Chromium add words of their own in any
// place, so unknown words are skipped, never refused.
import { isAbsolute, resolve } from 'node:path';

export interface StartWish {
  /** Absolute folder, or null. */
  readonly library: string | null;
  /** Absolute path of a `.heirloom` file, or null. */
  readonly packageFile: string | null;
}

/** Reads `--library DIR`, `--library=DIR` and a trailing `FILE.heirloom`; relative paths are taken from `cwd`. */
export function parseStart(words: readonly string[], cwd: string): StartWish {
  let library: string | null = null;
  let packageFile: string | null = null;
  const full = (path: string) => (isAbsolute(path) ? path : resolve(cwd, path));
  for (let i = 1; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    if (word.startsWith('--library=') && word.length > 10) {
      library = full(word.slice(10));
    } else if (word === '--library' && next !== undefined && !next.startsWith('-')) {
      library = full(next);
      i += 1;
    } else if (!word.startsWith('-') && word.toLowerCase().endsWith('.heirloom')) {
      packageFile = full(word);
    }
  }
  return { library, packageFile };
}
