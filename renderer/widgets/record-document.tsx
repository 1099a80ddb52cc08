import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { FindableKind } from '../../shared/domain/record.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { isBlank } from '../../shared/richtext/plain-text.ts';
import { readDocument } from '../../shared/richtext/upgrade.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { api, client, onBeforeClose } from '../client/index.ts';
import {
  DraftOffer,
  DraftStatus,
  OfferedReading,
  type RecordAccess,
  type RecordKind,
  RichTextEditor,
  RichTextView,
  type SearchRecords,
  type StoredDraft,
  useDraftedDocument,
  WordCount,
} from '../editor/index.ts';
import type { FormFields, RecordForm } from './record-form.ts';
import { recordPath } from './record-path.ts';
import { useRecordRefs } from './record-refs.ts';

/** Nouns with a text of their own, and the field it is in. */
export type DocumentNoun = 'notes' | 'questions' | 'answers' | 'sessions';
const PLACES = {
  notes: { kind: 'note', field: 'document' },
  questions: { kind: 'question', field: 'document' },
  answers: { kind: 'answer', field: 'document' },
  sessions: { kind: 'session', field: 'notes' },
} as const satisfies Record<DocumentNoun, { kind: FindableKind; field: 'document' | 'notes' }>;

/** After this long without a letter the draft becomes the saved text (a revision others can find). */
const PUBLISH_AFTER_MS = 15_000;

const searchRecords: SearchRecords = async (query, kinds) => {
  const found = await client.search.suggest({ query, kinds: [...kinds], limit: 8 });
  return found.map(({ kind, id, title }) => ({ kind: kind as RecordKind, id, title }));
};

/** Mentions show what their record is called today and open it. */
export const useRecordAccess = (documents: readonly RichText[]): RecordAccess => {
  const navigate = useNavigate();
  const keys = documents.flatMap((document) =>
    [...referencesIn(document)].flatMap(({ kind, id }) => (kind === 'attachment' ? [] : [{ kind, id }])),
  );
  const refs = useRecordRefs(keys.slice(0, 500));
  return {
    onOpenRecord: (kind, id) => void navigate(recordPath(kind, id)),
    resolveTitle: (kind, id) => refs.get(`${kind} ${id}`)?.title || undefined,
  };
};

/** A text to read, with live mentions. */
export function RecordText({ document }: { readonly document: RichText }) {
  const access = useRecordAccess([document]);
  return <RichTextView document={document} {...access} />;
}

export interface RecordDocumentProps<N extends DocumentNoun> {
  readonly noun: N;
  readonly form: RecordForm<N>;
  /** The text as it stands in `form.record`. */
  readonly document: RichText;
  readonly label: string;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Shows below the text how long it is: for a text that is the page, not for one of many. */
  readonly hasFoot?: boolean;
}

/**
 * The text of a record, written in place. Every second of typing is a draft on disk; leaving the text, a pause or
 * Ctrl+S makes it the saved one. A draft that was left behind by a crash is offered, never taken by itself.
 */
export function RecordDocument<N extends DocumentNoun>(props: RecordDocumentProps<N>) {
  const recordId = props.form.record?.id ?? '';
  const { kind, field } = PLACES[props.noun];
  const place = useMemo(() => ({ kind, recordId, field }), [kind, recordId, field]);
  // What was left behind is only asked for once: our own drafts come back through the same door.
  const draft = useQuery({
    ...api.drafts.get.queryOptions({ input: place }),
    enabled: recordId !== '' && props.isReadOnly !== true,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const stored = useMemo((): StoredDraft | undefined => {
    const found = draft.data ? readDocument(draft.data.value) : null;
    return found?.state === 'readable' && draft.data
      ? { document: found.document, savedAt: draft.data.updatedAt }
      : undefined;
  }, [draft.data]);
  if (props.isReadOnly)
    return (
      <OfferedReading document={props.document}>
        <RecordText document={props.document} />
        {props.hasFoot ? <WordCount document={props.document} /> : null}
      </OfferedReading>
    );
  // The editor waits for the answer: a draft offered after the first letter would come too late.
  if (draft.isPending && recordId !== '') return <RecordText document={props.document} />;
  return <Writing {...props} place={place} stored={stored} />;
}

function Writing<N extends DocumentNoun>({
  noun,
  form,
  document: saved,
  label,
  placeholder,
  autoFocus,
  hasFoot,
  place,
  stored,
}: RecordDocumentProps<N> & {
  readonly place: {
    readonly kind: FindableKind;
    readonly recordId: string;
    readonly field: 'document' | 'notes';
  };
  readonly stored: StoredDraft | undefined;
}) {
  const latest = useRef(form);
  latest.current = form;
  const publishText = useCallback(
    async (next: RichText) => {
      latest.current.set({ [place.field]: next } as FormFields<N>);
      await latest.current.flush();
    },
    [place.field],
  );
  const text = useDraftedDocument({
    key: `${noun} ${place.recordId}`,
    published: saved,
    draft: stored,
    saveDraft: (next) =>
      client.drafts.put({
        ...place,
        value: JSON.stringify(next),
        baseVersion: latest.current.record?.version ?? 0,
      }),
    discardDraft: () => client.drafts.discard(place),
    publish: publishText,
  });
  const { publish, isChanged, document, restore } = text;
  const changed = useRef(isChanged);
  changed.current = isChanged;
  const publishIfChanged = useCallback(async () => {
    if (changed.current) await publish();
  }, [publish]);

  useEffect(() => {
    if (!isChanged) return undefined;
    const timer = setTimeout(() => void publishIfChanged(), PUBLISH_AFTER_MS);
    return () => clearTimeout(timer);
    // Starts anew with every letter.
  }, [document, isChanged, publishIfChanged]);
  useEffect(() => onBeforeClose(publishIfChanged), [publishIfChanged]);
  // Leaving the page publishes too, through the form's saver, which outlives this text.
  const shown = useRef(document);
  shown.current = document;
  useEffect(
    () => () => {
      if (changed.current) void publishText(shown.current);
    },
    [publishText],
  );

  const access = useRecordAccess([document]);
  if (restore) {
    return (
      <div className="flex flex-col gap-3">
        <DraftOffer offer={restore} />
        <RichTextView document={isBlank(saved) ? restore.document : saved} {...access} />
      </div>
    );
  }
  return (
    <div
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          event.preventDefault();
          void publishIfChanged();
        }
      }}
    >
      <RichTextEditor
        document={document}
        onChange={text.onChange}
        onFlush={() => void publishIfChanged()}
        autoFocus={autoFocus}
        placeholder={placeholder}
        ariaLabel={label}
        searchRecords={searchRecords}
        hasFoot={hasFoot}
        {...access}
      />
      {text.state === 'saved' ? null : <DraftStatus state={text.state} onRetry={() => void text.flush()} />}
    </div>
  );
}
