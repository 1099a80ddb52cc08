// The two secrets of a browser-shell run, made anew at each start and never written to disk.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Secret {
  readonly value: string;
  /** Takes the same time whatever is given: hashes are compared, so neither content nor length leaks. */
  readonly is: (given: string) => boolean;
}

/** 256 random bits as URL-safe text. */
export function makeSecret(): Secret {
  const value = randomBytes(32).toString('base64url');
  const expected = digest(value);
  return { value, is: (given) => timingSafeEqual(digest(given), expected) };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
