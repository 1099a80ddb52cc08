const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new block id: 12 letters and digits, about 62 bits; unique within a document of 20,000 blocks beyond any doubt. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  let id = '';
  // 256 is not a multiple of 36: the slight bias costs a fraction of a bit and buys nothing to remove.
  for (const byte of bytes) id += ALPHABET[byte % ALPHABET.length];
  return id;
}
