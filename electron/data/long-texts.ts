import { type Block, blockSchema, type RichText } from '../../shared/richtext/document.ts';
import { rememberBlocks } from '../../shared/richtext/known-blocks.ts';

// A text of 60,000 words is 650 kB of JSON, and each way it can go costs milliseconds: cutting it into objects, checking them,
// writing them out as letters, turning letters into the bytes SQLite keeps. The few that are being written are therefore
// remembered with their bytes: what is stored is compared byte by byte, and of a new version only the blocks that
// changed are checked and written out again. Nothing here decides what is stored, it only spares doing it twice.

/** Shorter texts (in bytes as stored) go the plain way: they take a few tenths of a millisecond. */
const LONG_BYTES = 50_000;
/** A text of fewer blocks is looked upon as short when it is written. */
const MANY_BLOCKS = 200;
const KEPT = 4;

interface Known {
  readonly bytes: Buffer;
  readonly document: RichText;
}
const recent: Known[] = [];
const bytesOfDocument = new WeakMap<RichText, Buffer>();
const bytesOfBlock = new WeakMap<Block, Buffer>();

/** Asks for a column so that a long text in it comes in bytes: a tenth of what it costs to fetch it as letters. */
export const longInBytes = (column: string): string =>
  `iif(octet_length(${column}) < ${LONG_BYTES}, ${column}, CAST(${column} AS BLOB)) AS ${column}`;

/** Only of bytes that have just been made: whoever reads them next need not decode them. */
const lettersOfBytes = new WeakMap<Buffer, string>();

/** Letters on their way into a column, those of a long text as bytes. SQLite would make the same bytes of them. */
export function inBytes(letters: string): string | Buffer {
  // Half a pair of surrogates would come back as another letter, and be remembered under the wrong bytes.
  if (letters.length < LONG_BYTES || !letters.isWellFormed()) return letters;
  const bytes = Buffer.from(letters);
  lettersOfBytes.set(bytes, letters);
  return bytes;
}

export const lettersIn = (stored: string | Buffer): string =>
  typeof stored === 'string' ? stored : (lettersOfBytes.get(stored) ?? stored.toString());

/** The text whose stored bytes these are, when it is one of the last few; the same object each time, and frozen. */
export function knownText(bytes: Buffer): RichText | undefined {
  const at = recent.findIndex((known) => known.bytes.equals(bytes));
  const known = at === -1 ? undefined : recent.splice(at, 1)[0];
  if (known !== undefined) recent.unshift(known);
  return known?.document;
}

/** Remembers a text that was read from these bytes and found valid. It is frozen, so that nobody can change it for the next who asks. */
export function rememberRead(document: RichText, bytes: Buffer): void {
  if (rememberBlocks(document.blocks, () => true)) remember(document, bytes);
}

/**
 * The bytes a text is stored as: those it was read from, or letter for letter what `JSON.stringify` makes of it; undefined
 * for one that goes the plain way. The text is frozen and remembered, as it is what the next save is compared with.
 */
export function longTextBytes(document: RichText): Buffer | undefined {
  const known = bytesOfDocument.get(document);
  if (known !== undefined) return known;
  if (document.blocks.length < MANY_BLOCKS || Object.keys(document).join() !== 'version,blocks')
    return undefined;
  // What the core itself made has not been through a contract. Only blocks never seen before are looked at.
  if (!rememberBlocks(document.blocks, (block) => blockSchema.safeParse(block).success)) return undefined;
  const parts: Buffer[] = [];
  for (const block of document.blocks)
    parts.push(
      parts.length === 0 ? Buffer.from(`{"version":${document.version},"blocks":[`) : COMMA,
      blockBytes(block),
    );
  const bytes = Buffer.concat([...parts, END]);
  remember(document, bytes);
  return bytes;
}

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

/** Of a remembered block: these are frozen, so its bytes stay right. */
function blockBytes(block: Block): Buffer {
  let bytes = bytesOfBlock.get(block);
  if (bytes === undefined) {
    bytes = Buffer.from(JSON.stringify(block));
    bytesOfBlock.set(block, bytes);
  }
  return bytes;
}

function remember(document: RichText, bytes: Buffer): void {
  Object.freeze(document.blocks);
  Object.freeze(document);
  lettersOfBytes.delete(bytes);
  bytesOfDocument.set(document, bytes);
  recent.unshift({ bytes, document });
  recent.length = Math.min(recent.length, KEPT);
}
