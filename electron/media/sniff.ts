import { open } from 'node:fs/promises';

// What a file is, told from its first bytes. A name or a declared type is a claim; bytes are evidence, and a wrong claim
// is how a web page gets shown where a picture was expected.

export type FileType = { readonly extension: string; readonly mime: string };

/** Bytes `sniffType` wants to see; fewer are fine for small files. */
export const SNIFF_BYTES = 4_096;

const UNKNOWN: FileType = { extension: 'bin', mime: 'application/octet-stream' };

type Signature = { readonly at: number; readonly bytes: readonly number[]; readonly type: FileType };
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a], type: { extension: 'png', mime: 'image/png' } },
  { at: 0, bytes: [0xff, 0xd8, 0xff], type: { extension: 'jpg', mime: 'image/jpeg' } },
  { at: 0, bytes: ascii('GIF87a'), type: { extension: 'gif', mime: 'image/gif' } },
  { at: 0, bytes: ascii('GIF89a'), type: { extension: 'gif', mime: 'image/gif' } },
  { at: 0, bytes: ascii('%PDF-'), type: { extension: 'pdf', mime: 'application/pdf' } },
  { at: 0, bytes: ascii('fLaC'), type: { extension: 'flac', mime: 'audio/flac' } },
  { at: 0, bytes: ascii('ID3'), type: { extension: 'mp3', mime: 'audio/mpeg' } },
  { at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3], type: { extension: 'webm', mime: 'video/webm' } },
  { at: 0, bytes: ascii('PK\x03\x04'), type: { extension: 'zip', mime: 'application/zip' } },
  { at: 0, bytes: ascii('PK\x05\x06'), type: { extension: 'zip', mime: 'application/zip' } },
];

function startsWith(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return head.length >= at + bytes.length && bytes.every((byte, index) => head[at + index] === byte);
}

function textAt(head: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...head.subarray(from, to));
}

function sniffRiff(head: Uint8Array): FileType {
  const form = textAt(head, 8, 12);
  if (form === 'WEBP') return { extension: 'webp', mime: 'image/webp' };
  if (form === 'WAVE') return { extension: 'wav', mime: 'audio/wav' };
  return UNKNOWN;
}

/** ISO media files name their brand after `ftyp`. */
function sniffBrand(head: Uint8Array): FileType {
  const brand = textAt(head, 8, 12);
  if (brand === 'avif' || brand === 'avis') return { extension: 'avif', mime: 'image/avif' };
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return { extension: 'm4a', mime: 'audio/mp4' };
  return { extension: 'mp4', mime: 'video/mp4' };
}

function sniffOgg(head: Uint8Array): FileType {
  const start = textAt(head, 0, Math.min(head.length, 128));
  return start.includes('OpusHead')
    ? { extension: 'opus', mime: 'audio/ogg' }
    : { extension: 'ogg', mime: 'audio/ogg' };
}

/** WebM that carries sound only says so in its tracks; `A_OPUS` without any `V_` codec near the start. */
function sniffWebm(head: Uint8Array): FileType {
  const start = textAt(head, 0, head.length);
  if (!/V_(VP8|VP9|AV1|MPEG)/.test(start) && /A_(OPUS|VORBIS)/.test(start))
    return { extension: 'weba', mime: 'audio/webm' };
  return { extension: 'webm', mime: 'video/webm' };
}

/** An MPEG audio frame: eleven set bits, and a layer, bit rate and sample rate that exist. */
function isMpegFrame(head: Uint8Array): boolean {
  const [first, second, third] = head;
  if (first !== 0xff || second === undefined || third === undefined || (second & 0xe0) !== 0xe0) return false;
  return (second & 0x06) !== 0 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

function isPlainText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  try {
    // `stream` lets the sample end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Type of a file from its first bytes (see SNIFF_BYTES). Never `html`, `svg` or `xml`: text that could carry script is
 * plain text here, so nothing downstream is ever tempted to render it. Unknown content is `bin`.
 */
export function sniffType(head: Uint8Array): FileType {
  if (startsWith(head, 0, ascii('RIFF'))) return sniffRiff(head);
  if (startsWith(head, 4, ascii('ftyp'))) return sniffBrand(head);
  if (startsWith(head, 0, ascii('OggS'))) return sniffOgg(head);
  const found = SIGNATURES.find((one) => startsWith(head, one.at, one.bytes));
  if (found !== undefined) return found.type.extension === 'webm' ? sniffWebm(head) : found.type;
  if (isMpegFrame(head)) return { extension: 'mp3', mime: 'audio/mpeg' };
  return isPlainText(head) ? { extension: 'txt', mime: 'text/plain' } : UNKNOWN;
}

/** Type of a file on disk, from its beginning. Rejects when it cannot be read. */
export async function sniffFile(path: string): Promise<FileType> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(SNIFF_BYTES);
    const { bytesRead } = await file.read(head, 0, SNIFF_BYTES, 0);
    return sniffType(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
