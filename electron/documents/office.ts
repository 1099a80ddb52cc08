import { type OfficePicture, officePicture } from '../media/office-picture.ts';
import { type DocumentSet, type FileToWrite, PICTURES } from './document-set.ts';

// What the two writers for word processors have in common.

/** Pictures of the set by attachment id. One that cannot be taken is missing, and is then named in words. */
export async function officePictures(set: DocumentSet): Promise<ReadonlyMap<string, OfficePicture>> {
  const shown = new Set<string>();
  for (const { document } of set.documents)
    for (const block of document.blocks) if (block.type === 'image') shown.add(block.attachmentId);
  const found = new Map<string, OfficePicture>();
  for (const file of set.files) {
    if (!shown.has(file.attachmentId) || !isPicture(file)) continue;
    const picture = await officePicture(file.source);
    if (picture !== null) found.set(file.attachmentId, picture);
  }
  return found;
}

const isPicture = ({ extension }: FileToWrite): boolean => PICTURES.has(extension);

/** Width of the text and most height of a picture on A4, in pixels of 1/96 inch. */
const TEXT_WIDTH = 600;
const MOST_HEIGHT = 840;

/** Size on paper: `percent` of the text's width when somebody set it, else its own size, never more than fits. */
export function sizeOnPaper(
  { width, height }: { readonly width: number; readonly height: number },
  percent: number | undefined,
): { width: number; height: number } {
  const wanted = percent === undefined ? Math.min(width, TEXT_WIDTH) : (TEXT_WIDTH * percent) / 100;
  const scale = Math.min(wanted / width, MOST_HEIGHT / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Letters that XML 1.0 cannot hold are dropped: one of them and no word processor opens the file. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '');

/** How large a file is, in words short enough for a line. */
export function sizeWords(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1024 * 1024 ? [bytes / 1024, 'kilobyte'] : [bytes / (1024 * 1024), 'megabyte'];
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language || 'en', {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value);
}
