import { timeSchema } from '../../shared/base/clock.ts';
import { type Id, isId } from '../../shared/base/ids.ts';
import { NOTE_KINDS, type NoteKind } from '../../shared/domain/note.ts';
import { AUDIENCES, type Audience, CONFIDENCES, type Confidence } from '../../shared/domain/record.ts';

// What our own exports say about a note beside its text. A file may claim anything, so each fact is held to what the
// record may hold, and what it cannot hold is as if it were not there.

export type OwnFacts = {
  /** The note it was where it was exported; '' when it was another thing, or does not say. */
  readonly id: Id | '';
  readonly kind: NoteKind | null;
  readonly confidence: Confidence | null;
  readonly audience: Audience | null;
  readonly author: string;
  /** '' when it does not say. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Only JSON says which record each name was. They count where that record still has the name. */
  readonly authorId: Id | null;
  readonly topicIds: readonly Id[];
  readonly sessionId: Id | null;
};

export const NO_FACTS: OwnFacts = {
  id: '',
  kind: null,
  confidence: null,
  audience: null,
  author: '',
  createdAt: '',
  updatedAt: '',
  authorId: null,
  topicIds: [],
  sessionId: null,
};

/** `fact` gives the words written for a name, '' for none. `null`: not of our own. */
export function ownFacts(fact: (name: string) => string): OwnFacts | null {
  const [, what, id = ''] = /^(note|playbook)\/([\da-f-]{36})$/.exec(fact('heirloom').trim()) ?? [];
  if (what === undefined) return null;
  return {
    ...NO_FACTS,
    id: what === 'note' && isId(id) ? id : '',
    // A playbook comes home as a note: what it tells are steps.
    kind: what === 'note' ? oneOf(NOTE_KINDS, fact('kind')) : 'procedure',
    confidence: oneOf(CONFIDENCES, fact('confidence')),
    audience: oneOf(AUDIENCES, fact('audience')),
    author: fact('author').trim().slice(0, 500),
    createdAt: timeOf(fact('created')),
    updatedAt: timeOf(fact('updated')),
  };
}

function oneOf<T extends string>(values: readonly T[], said: string): T | null {
  return values.find((one) => one === said.trim()) ?? null;
}

function timeOf(said: string): string {
  const time = said.trim();
  return timeSchema.safeParse(time).success && !Number.isNaN(Date.parse(time)) ? time : '';
}
