import type { PickedFile } from '../../../widgets/index.ts';

/** One file of the import, as the call wants it. */
export interface ParcelPart {
  readonly uploadId: string;
  readonly path: string;
  readonly part: { readonly from: number; readonly bytes: number };
}

/** Bytes of one parcel; the largest upload is twice that. */
export const PARCEL_BYTES = 1024 * 1024 * 1024;

export interface Parcel {
  readonly files: readonly PickedFile[];
  readonly bytes: number;
}

/**
 * Thousands of small files one by one are thousands of calls; put end to end they are a few. The bytes are not copied:
 * a file made of files only remembers them.
 */
export const toParcels = (files: readonly PickedFile[], limit = PARCEL_BYTES): Parcel[] => {
  const parcels: { files: PickedFile[]; bytes: number }[] = [];
  for (const one of files) {
    const open = parcels.at(-1);
    if (open === undefined || open.bytes + one.file.size > limit)
      parcels.push({ files: [one], bytes: one.file.size });
    else {
      open.files.push(one);
      open.bytes += one.file.size;
    }
  }
  return parcels;
};

export const parcelFile = (parcel: Parcel): File =>
  new File(
    parcel.files.map(({ file }) => file),
    'documents',
  );

export const partsOf = (parcel: Parcel, uploadId: string, withoutTop: number): ParcelPart[] => {
  let from = 0;
  return parcel.files.map(({ file, path }) => {
    const part = { from, bytes: file.size };
    from += file.size;
    return { uploadId, path: path.slice(withoutTop), part };
  });
};

/** `Vault/` where all files lie in one folder, else ''. The folder's name is the source, so that paths need not repeat it. */
export const commonFolder = (files: readonly PickedFile[]): string => {
  const first = files[0]?.path ?? '';
  const top = first.slice(0, first.indexOf('/') + 1);
  return top !== '' && files.every(({ path }) => path.startsWith(top)) ? top : '';
};

const NOTE_FILES = /\.(?:md|markdown|mdown|mkd|txt|text|html?|xhtml|docx|odt|jsonl|ndjson)$/i;
const TABLES = /\.(?:csv|tsv)$/i;

/** What the chosen files are: documents, a table of questions, or nothing we know. */
export const kindOfPick = (files: readonly PickedFile[]): 'documents' | 'tables' | 'nothing' => {
  if (files.length > 0 && files.every(({ path }) => TABLES.test(path))) return 'tables';
  // What our own export wrote, beside the files it shows; any other JSON among files is not meant.
  const isOurs = files.some(({ path }) => /(?:^|\/)documents\.json$/i.test(path));
  const isAlone = files.length === 1 && /\.(?:zip|json)$/i.test(files[0]?.path ?? '');
  return isAlone || isOurs || files.some(({ path }) => NOTE_FILES.test(path)) ? 'documents' : 'nothing';
};
