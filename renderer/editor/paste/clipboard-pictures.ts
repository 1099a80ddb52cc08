import type { FoundPicture } from '../../../shared/richtext/html-in/pictures.ts';
import { picturesInRtf } from './rtf-pictures.ts';

// Whose bytes the pictures of a pasted page are. Nothing is ever fetched: a picture comes with the clipboard or not at all.

/** Addresses of files on the disk of whoever copied, or parts of a mail: no page may read them. */
const isLocal = (src: string): boolean =>
  /^(?:file:|cid:|[a-z]:[\\/]|msohtmlclip|blob:)/iu.test(src) || !/^[a-z][a-z\d+.-]*:|^\/\//iu.test(src);

const IMAGE_DATA = /^data:(image\/(?:png|jpe?g|gif|webp|avif|bmp));base64,([a-z\d+/=\s%]+)$/iu;

/** The files that belong to the pictures, by their place among them. Pictures nobody sent are missing from the map. */
export function clipboardPictures(
  pictures: readonly FoundPicture[],
  data: Pick<DataTransfer, 'getData' | 'files'>,
): ReadonlyMap<number, File> {
  const found = new Map<number, File>();
  const elsewhere: number[] = [];
  const local: number[] = [];
  pictures.forEach(({ src, alt }, index) => {
    if (/^data:/iu.test(src)) {
      const file = fromDataUrl(src, alt);
      if (file) found.set(index, file);
    } else {
      elsewhere.push(index);
      if (isLocal(src)) local.push(index);
    }
  });
  if (elsewhere.length === 0) return found;
  const files = [...(data.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  // One file a picture, in order; with any other number nobody can tell which is which.
  const sent = files.length === elsewhere.length ? elsewhere : files.length === local.length ? local : [];
  if (files.length > 0 && sent.length > 0) {
    sent.forEach((index, at) => {
      const file = files[at];
      if (file) found.set(index, file);
    });
    return found;
  }
  const rtf = local.length > 0 ? picturesInRtf(data.getData('text/rtf')) : [];
  if (rtf.length !== local.length) return found;
  local.forEach((index, at) => {
    const picture = rtf[at];
    if (!picture) return;
    const name = nameOf(pictures[index], picture.mime);
    found.set(index, new File([picture.bytes], name, { type: picture.mime }));
  });
  return found;
}

function fromDataUrl(src: string, alt: string): File | undefined {
  const [, mime = '', letters = ''] = IMAGE_DATA.exec(src) ?? [];
  if (mime === '') return undefined;
  try {
    const raw = atob(letters.includes('%') ? decodeURIComponent(letters) : letters);
    const bytes = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
    return new File([bytes], nameOf({ src: '', alt }, mime), { type: mime });
  } catch {
    return undefined;
  }
}

/** What a picture is called that came without a name: its description, else only what it is. */
function nameOf(picture: FoundPicture | undefined, mime: string): string {
  const said = (picture?.alt ?? '')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 80);
  const ending = mime.slice('image/'.length).replace('jpeg', 'jpg');
  return `${said === '' ? 'picture' : said}.${ending}`;
}
