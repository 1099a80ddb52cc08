import { type Case, caseDefaults } from '../../shared/domain/case.ts';
import { type CaseDraft, type Field, LINE_TARGETS } from './case-draft.ts';
import { guessLanguage } from './guess-language.ts';

export function toNewCase(draft: CaseDraft, source: string, id: string, now: string): Case {
  const { text } = draft;
  return {
    id,
    createdAt: now,
    updatedAt: now,
    createdBy: null,
    version: 1,
    deletedAt: null,
    source,
    externalKey: draft.key,
    title: text.title,
    customerId: null,
    customerName: text.customerName,
    product: text.product,
    openedAt: text.openedAt,
    closedAt: text.closedAt,
    status: text.status,
    priority: text.priority,
    channel: text.channel,
    description: text.description,
    resolution: text.resolution,
    language: text.language === '' ? guessLanguage(languageSample(draft)) : text.language,
    tags: draft.tags,
    topicIds: [],
    fields: draft.fields,
    timeline: [],
    audience: caseDefaults.audience,
  };
}

function languageSample(draft: CaseDraft): string {
  const { title, description, resolution } = draft.text;
  const words = `${title} ${description} ${resolution}`;
  if (words.length > 2) return words;
  return draft.fields.map((field) => field.value).join(' ');
}

/**
 * The case as it is after this row, or null when the row says nothing new. The file speaks only for what it holds: an
 * empty cell or a missing column leaves what is there, tags and extra fields are added to, never taken away. `base`
 * is the case as the last import left it: what the file has not changed since then, people may have, and theirs
 * stays. Throws RangeError when the extra fields of file and library together are too many.
 */
export function mergeCase(before: Case, draft: CaseDraft, base: Case, now: string): Case | null {
  let changed = false;
  const after: Case = { ...before };
  for (const target of LINE_TARGETS) {
    const value = draft.text[target];
    if (value !== '' && value !== before[target] && value !== base[target]) {
      after[target] = value;
      changed = true;
    }
  }
  const tags = draft.tags.filter(
    (tag) => !before.tags.includes(tag) && (base === before || !base.tags.includes(tag)),
  );
  if (tags.length > 0 && before.tags.length < 50) {
    after.tags = [...before.tags, ...tags].slice(0, 50);
    changed = true;
  }
  const fields = mergeFields(before.fields, draft.fields, base === before ? [] : base.fields);
  if (fields !== null) {
    after.fields = fields;
    changed = true;
  }
  if (!changed) return null;
  after.version = before.version + 1;
  after.updatedAt = now;
  return after;
}

/** Null when nothing changes. Two columns may have one name: then the first goes with the first. */
function mergeFields(
  before: readonly Field[],
  wanted: readonly Field[],
  base: readonly Field[],
): Field[] | null {
  let changed = false;
  const known = new Set(base.map((field) => `${field.name}\u0001${field.value}`));
  const after = before.map((field) => ({ ...field }));
  const places = new Map<string, number[]>();
  after.forEach((field, at) => {
    const list = places.get(field.name);
    if (list === undefined) places.set(field.name, [at]);
    else list.push(at);
  });
  for (const field of wanted) {
    const at = places.get(field.name)?.shift();
    if (known.has(`${field.name}\u0001${field.value}`)) continue;
    if (at === undefined) {
      after.push({ ...field });
      changed = true;
    } else if (after[at]!.value !== field.value) {
      after[at]!.value = field.value;
      changed = true;
    }
  }
  if (after.length > 300) throw new RangeError('too many fields');
  return changed ? after : null;
}
