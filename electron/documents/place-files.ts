import { fileNamer } from '../../shared/base/file-names.ts';
import type { ZipEntry } from '../media/write-zip.ts';
import type { DocumentSet, FileToWrite } from './document-set.ts';

/** The folder of files beside the documents. */
export const ATTACHMENTS = 'attachments';

/** Already as small as they get: deflating them again costs time and gains nothing. */
const PACKED =
  /^(?:png|jpe?g|gif|webp|avif|mp3|m4a|ogg|oga|opus|flac|weba|webm|mp4|zip|docx|xlsx|pptx|odt|ods|pdf)$/;

/**
 * Where each file of a set goes: `attachments/` and the name people know, with the ending its bytes deserve. A file that
 * several texts show is there once, also under two records.
 */
export function placeFiles(files: readonly FileToWrite[]): {
  readonly pathOf: ReadonlyMap<string, string>;
  readonly entries: readonly ZipEntry[];
} {
  const nameFor = fileNamer();
  const pathOf = new Map<string, string>();
  const entries: ZipEntry[] = [];
  const bySha = new Map<string, string>();
  for (const file of files) {
    const known = bySha.get(`${file.sha256} ${file.fileName}`);
    if (known !== undefined) {
      pathOf.set(file.attachmentId, known);
      continue;
    }
    const { base, extension } = splitName(file);
    const path = `${ATTACHMENTS}/${nameFor(base, extension, 'file')}`;
    bySha.set(`${file.sha256} ${file.fileName}`, path);
    pathOf.set(file.attachmentId, path);
    entries.push({ path, source: file.source, compress: !PACKED.test(extension) });
  }
  return { pathOf, entries };
}

/** `photo.JPG` of a JPEG stays a `.JPG`; `photo.exe` of a JPEG becomes a `.jpg`: endings start programs. */
function splitName({ fileName, extension }: FileToWrite): { base: string; extension: string } {
  const match = /^(.*)\.([A-Za-z0-9]{1,8})$/s.exec(fileName);
  const said = match?.[2] ?? '';
  const fits = said.toLowerCase() === extension || (extension === 'bin' && said !== '');
  const same = sameKind(said.toLowerCase(), extension);
  if (match && (fits || same)) return { base: match[1] ?? '', extension: said };
  return { base: fileName, extension };
}

const KIN: readonly ReadonlySet<string>[] = [
  new Set(['jpg', 'jpeg']),
  new Set(['ogg', 'oga', 'opus']),
  new Set(['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'heirloom']),
  new Set(['txt', 'md', 'csv', 'tsv', 'json', 'log', 'yaml', 'yml', 'ini', 'srt', 'vtt']),
  new Set(['mp4', 'm4a', 'm4v', 'mov']),
  new Set(['webm', 'weba', 'mkv']),
];
const sameKind = (a: string, b: string): boolean => KIN.some((kin) => kin.has(a) && kin.has(b));

/** The name of the whole export, without an ending. */
export const nameOfSet = (set: DocumentSet): string => set.title || set.untitled;
