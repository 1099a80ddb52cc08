import { EMPTY_DOCUMENT, type RichText } from '../../shared/richtext/document.ts';
import { checkDocument, readDocument } from '../../shared/richtext/upgrade.ts';
import { inBytes, knownText, lettersIn, longTextBytes, rememberRead } from './long-texts.ts';

// A text that is damaged, or that a later Heirloom wrote, must neither take down the list it stands in nor be lost to the
// next save of the record's title. It is handed out as an empty document that remembers the stored letters: written back,
// the letters are written, untouched. Whoever wants to show or guard it asks `rawOf`.

const raws = new WeakMap<object, string>();

/** The stored letters behind a text that could not be read; undefined for every other value. */
export function rawOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? raws.get(value) : undefined;
}

function standIn<T extends object>(empty: T, raw: string): T {
  raws.set(empty, lettersOf(raw));
  return empty;
}

/** Letters that are no JSON are written back as a JSON string, which the table insists on: here they come out of it again. */
function lettersOf(raw: string): string {
  const value = parsed(raw);
  return typeof value === 'string' ? value : raw;
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

const asJson = (raw: string): string => (parsed(raw) === undefined ? JSON.stringify(raw) : raw);

/**
 * A stored document, as text or in the bytes of it, or the stand-in of one that cannot be read. Never throws. A long text is
 * frozen: the same object is given to whoever asks while its bytes stay the same.
 */
export function documentFrom(stored: string | Buffer): RichText {
  const bytes = typeof stored === 'string' ? inBytes(stored) : stored;
  const known = typeof bytes === 'string' ? undefined : knownText(bytes);
  if (known !== undefined) return known;
  const raw = lettersIn(bytes);
  const read = readDocument(raw);
  if (read.state !== 'readable') return standIn(structuredClone(EMPTY_DOCUMENT), raw);
  if (typeof bytes !== 'string') rememberRead(read.document, bytes);
  return read.document;
}

/** The sections of a playbook, each step's text as `documentFrom` gives it. Never throws. */
export function sectionsFrom(raw: string): unknown[] {
  const value = parsed(raw);
  if (!Array.isArray(value)) return standIn([], raw);
  for (const section of value as { steps?: unknown }[]) {
    if (typeof section !== 'object' || section === null || !Array.isArray(section.steps))
      return standIn([], raw);
    for (const step of section.steps as { document?: unknown }[]) {
      if (typeof step !== 'object' || step === null) return standIn([], raw);
      if (checkDocument(step.document).state !== 'readable')
        step.document = standIn(structuredClone(EMPTY_DOCUMENT), JSON.stringify(step.document ?? null));
    }
  }
  return value;
}

/** JSON of a value that may hold stand-ins, with what they stand for in their place; of a long text in bytes. */
export function toStoredJson(value: unknown): string | Buffer {
  const raw = rawOf(value);
  if (raw !== undefined) return asJson(raw);
  const bytes = isDocument(value) ? longTextBytes(value) : undefined;
  if (bytes !== undefined) return bytes;
  if (!Array.isArray(value) || !holdsStandIn(value)) return JSON.stringify(value);
  return JSON.stringify(value, (_key, part: unknown) => {
    const stored = rawOf(part);
    return stored === undefined ? part : (parsed(stored) ?? stored);
  });
}

/** No other value of a record has blocks. */
const isDocument = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && 'blocks' in value && Array.isArray(value.blocks);

const holdsStandIn = (sections: readonly unknown[]): boolean =>
  sections.some((section) =>
    ((section as { steps?: readonly { document?: unknown }[] } | null)?.steps ?? []).some(
      (step) => rawOf(step?.document) !== undefined,
    ),
  );

/** The whole record as JSON, for a revision; one with a long text in bytes. */
export function toStoredRecord(record: object): string | Buffer {
  const parts: (string | Buffer)[] = [];
  for (const [field, value] of Object.entries(record)) {
    parts.push(`${parts.length === 0 ? '{' : ','}${JSON.stringify(field)}:`);
    parts.push(value === undefined ? 'null' : toStoredJson(value));
  }
  parts.push(parts.length === 0 ? '{}' : '}');
  return parts.every((part) => typeof part === 'string')
    ? parts.join('')
    : Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

export const recordJson = (record: object): string => toStoredRecord(record).toString();

export type Unreadable = {
  readonly field: 'document' | 'notes' | 'sections';
  /** Which step of a playbook; null for a text of its own. */
  readonly stepId: string | null;
  readonly raw: string;
};

/** Every text of a record that could not be read. */
export function unreadableIn(record: object): Unreadable[] {
  const out: Unreadable[] = [];
  for (const field of ['document', 'notes', 'sections'] as const) {
    const value = (record as Record<string, unknown>)[field];
    const raw = rawOf(value);
    if (raw !== undefined) out.push({ field, stepId: null, raw });
    if (field !== 'sections' || !Array.isArray(value)) continue;
    for (const section of value as { steps: { id: string; document: unknown }[] }[]) {
      for (const step of section.steps) {
        const stored = rawOf(step.document);
        if (stored !== undefined) out.push({ field, stepId: step.id, raw: stored });
      }
    }
  }
  return out;
}
