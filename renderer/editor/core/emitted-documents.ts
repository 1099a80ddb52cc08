import { sameDocument } from '../../../shared/richtext/canonical.ts';
import { documentSchema, type RichText } from '../../../shared/richtext/document.ts';
import { hasDuplicateIds } from '../../../shared/richtext/upgrade.ts';

/** Documents the editor remembers having given out: more than a slow save can lag behind. */
const MEMORY = 200;

/**
 * Tells an echo from news. A document given out by the editor comes back through the page, sometimes late (the save of
 * ten letters ago) and sometimes as a fresh copy read from the store; taking that for a change from outside would throw
 * away what was typed since. Only a document never seen before is news.
 */
export class EmittedDocuments {
  #latest: RichText;
  readonly #known = new WeakSet<RichText>();
  #recent: RichText[] = [];

  constructor(first: RichText) {
    this.#latest = first;
    this.remember(first);
  }

  remember(document: RichText): void {
    this.#latest = document;
    this.#known.add(document);
    this.#recent.push(document);
    if (this.#recent.length > MEMORY) this.#recent.shift();
  }

  isLatest(document: RichText): boolean {
    return sameDocument(this.#latest, document);
  }

  isForeign(document: RichText): boolean {
    if (this.#known.has(document)) return false;
    if (this.#recent.some((known) => sameDocument(known, document))) {
      this.#known.add(document);
      return false;
    }
    return true;
  }
}

const bindable = new WeakMap<object, boolean>();

/** True when the value really is a document of our schema with unique ids: the only thing an editor may be bound to. */
export function isBindable(document: unknown): document is RichText {
  if (typeof document !== 'object' || document === null) return false;
  const known = bindable.get(document);
  if (known !== undefined) return known;
  const parsed = documentSchema.safeParse(document);
  const answer = parsed.success && !hasDuplicateIds(parsed.data);
  bindable.set(document, answer);
  return answer;
}

/** Documents made by the editor are valid by construction: checking each on its way back would cost every key. */
export function markBindable(document: RichText): void {
  bindable.set(document, true);
}
