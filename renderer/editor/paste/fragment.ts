import { documentSchema, lowestVersion, type RichText } from '../../../shared/richtext/document.ts';
import { toHtml } from '../../../shared/richtext/html-out.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';

/** Our own clipboard type: whole blocks with marks, links and mentions. */
export const FRAGMENT_TYPE = 'application/x-heirloom-blocks+json';

/** Larger fragments than this are pasted from their HTML or text: parsing them would freeze the page. */
const MAX_FRAGMENT_LENGTH = 20_000_000;

export const writeFragment = (fragment: RichText): string => JSON.stringify(fragment);

/** Puts blocks on a clipboard: as they are for us, as HTML and as words for everybody else. */
export function copyBlocks(data: DataTransfer, blocks: RichText['blocks']): void {
  const fragment = { version: lowestVersion(blocks), blocks };
  data.setData(FRAGMENT_TYPE, writeFragment(fragment));
  data.setData('text/html', toHtml(fragment));
  data.setData('text/plain', plainText(fragment));
}

/**
 * Reads a fragment back. The clipboard is open to every program, so this is input like any other: what does not
 * match the schema exactly is refused as a whole, and the caller falls back to HTML or text.
 */
export function readFragment(json: string): RichText | undefined {
  if (json === '' || json.length > MAX_FRAGMENT_LENGTH) return undefined;
  try {
    const parsed = documentSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
