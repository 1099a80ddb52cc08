import { EMPTY_DOCUMENT, type RichText } from '../../shared/richtext/document.ts';
import { checkDocument, readDocument } from '../../shared/richtext/upgrade.ts';

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

/** Texts of more letters than this are remembered once they are read, this many of them. */
const LONG = 50_000;
const KEPT = 4;
const recent: { readonly raw: string; readonly document: RichText }[] = [];
const lettersOfRead = new WeakMap<object, string>();

/**
 * A stored document, or the stand-in of one that cannot be read. Never throws. A long text is read again with every save
 * and every draft of it: while its letters are the same, the same document is handed out. It is frozen, so that nobody
 * can change it for the next one who asks.
 */
export function documentFrom(raw: string): RichText {
  if (raw.length < LONG) return freshDocumentFrom(raw);
  const at = recent.findIndex((known) => known.raw === raw);
  const known = at === -1 ? undefined : recent.splice(at, 1)[0];
  const document = known?.document ?? freshDocumentFrom(raw);
  if (rawOf(document) !== undefined) return document;
  if (known === undefined) lettersOfRead.set(deepFreeze(document), raw);
  recent.unshift(known ?? { raw, document });
  recent.length = Math.min(recent.length, KEPT);
  return document;
}

function freshDocumentFrom(raw: string): RichText {
  const read = readDocument(raw);
  return read.state === 'readable' ? read.document : standIn(structuredClone(EMPTY_DOCUMENT), raw);
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
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

/** JSON of a value that may hold stand-ins, with what they stand for in their place. */
export function toStoredJson(value: unknown): string {
  const raw = rawOf(value);
  if (raw !== undefined) return asJson(raw);
  const known = typeof value === 'object' && value !== null ? lettersOfRead.get(value) : undefined;
  if (known !== undefined) return known;
  if (!Array.isArray(value) || !holdsStandIn(value)) return JSON.stringify(value);
  return JSON.stringify(value, (_key, part: unknown) => {
    const stored = rawOf(part);
    return stored === undefined ? part : (parsed(stored) ?? stored);
  });
}

const holdsStandIn = (sections: readonly unknown[]): boolean =>
  sections.some((section) =>
    ((section as { steps?: readonly { document?: unknown }[] } | null)?.steps ?? []).some(
      (step) => rawOf(step?.document) !== undefined,
    ),
  );

/** The whole record as JSON text, for a revision. */
export function recordJson(record: object): string {
  const entries = Object.entries(record).map(
    ([field, value]) => `${JSON.stringify(field)}:${value === undefined ? 'null' : toStoredJson(value)}`,
  );
  return `{${entries.join(',')}}`;
}

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
