import { DOCUMENT_VERSION, documentSchema, type RichText } from './document.ts';

export type ReadDocument =
  | { readonly state: 'readable'; readonly document: RichText }
  | { readonly state: 'too-new'; readonly version: number; readonly raw: string }
  | { readonly state: 'damaged'; readonly raw: string };

/**
 * Reads stored JSON as a document of the present version. Never throws and never repairs by guessing: the caller
 * shows `raw` read-only when this says the text is damaged or comes from a later Heirloom, so nothing is overwritten.
 */
export function readDocument(raw: string): ReadDocument {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return { state: 'damaged', raw };
  }
  const checked = checkDocument(value);
  return checked.state === 'readable' ? checked : { ...checked, raw };
}

export type CheckedDocument =
  | { readonly state: 'readable'; readonly document: RichText }
  | { readonly state: 'too-new'; readonly version: number }
  | { readonly state: 'damaged' };

/** As `readDocument`, for a value that has been parsed already. */
export function checkDocument(value: unknown): CheckedDocument {
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > DOCUMENT_VERSION) return { state: 'too-new', version };
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success || hasDuplicateIds(parsed.data)) return { state: 'damaged' };
  return { state: 'readable', document: parsed.data };
}

/** Two blocks with one id would make links and merges ambiguous. */
export function hasDuplicateIds(document: RichText): boolean {
  const seen = new Set<string>();
  for (const block of document.blocks) {
    if (seen.has(block.id)) return true;
    seen.add(block.id);
  }
  return false;
}
