import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FindableKind } from '../../shared/domain/record.ts';
import { EMPTY_DOCUMENT, type RichText } from '../../shared/richtext/document.ts';
import { isBlank } from '../../shared/richtext/plain-text.ts';
import { type ReadDocument, readDocument } from '../../shared/richtext/upgrade.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { api, client } from '../client/index.ts';
import {
  DamagedDocument,
  DraftOffer,
  DraftStatus,
  LandOnReading,
  OfferedReading,
  READING_PREFIX,
  type RecordAccess,
  type RecordKind,
  RichTextEditor,
  RichTextView,
  type SearchRecords,
  WordCount,
} from '../editor/index.ts';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { useAttachmentAccess } from './attachment-access.ts';
import { LinkedText } from './block-links.tsx';
import { MergeNotice } from './merge-notice.tsx';
import type { RecordForm } from './record-form.ts';
import { recordPath } from './record-path.ts';
import { useRecordRefsAnswer } from './record-refs.ts';
import type { TextPlace } from './text-in-record.ts';
import { UnsavedBanner } from './unsaved-banner.tsx';
import { type LeftDraft, useRecordText } from './use-record-text.ts';

/** Nouns with a text of their own, and the field it is in. Of a playbook each step has one: see `part`. */
export type DocumentNoun = 'notes' | 'questions' | 'answers' | 'sessions' | 'playbooks';
const PLACES = {
  notes: { kind: 'note', field: 'document' },
  questions: { kind: 'question', field: 'document' },
  answers: { kind: 'answer', field: 'document' },
  sessions: { kind: 'session', field: 'notes' },
  playbooks: { kind: 'playbook', field: 'sections' },
} as const satisfies Record<DocumentNoun, { kind: FindableKind; field: TextPlace['field'] }>;

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
  const { refs, isSettled } = useRecordRefsAnswer(keys.slice(0, 500));
  // The same as long as the answer is: another one makes every mention of the text look again.
  return useMemo(
    () => ({
      onOpenRecord: (kind, id) => void navigate(recordPath(kind, id)),
      resolveTitle: (kind, id) => refs.get(`${kind} ${id}`)?.title || undefined,
      resolveRecord: (kind, id) => {
        const ref = refs.get(`${kind} ${id}`);
        if (!ref) return isSettled ? null : undefined;
        return { title: ref.title, line: ref.subtitle, isBinned: ref.deletedAt !== null };
      },
    }),
    [navigate, refs, isSettled],
  );
};

/** Shown in place of the editor for the moment until it may open: as much as a window holds. */
const FIRST_BLOCKS = 60;

/** A text to read, with live mentions. */
export function RecordText({
  document,
  maxBlocks,
  idPrefix,
}: {
  readonly document: RichText;
  readonly maxBlocks?: number;
  /** Lets links lead to its blocks. */
  readonly idPrefix?: string;
}) {
  const access = useRecordAccess([document]);
  const attachments = useAttachmentAccess([document], null);
  return (
    <RichTextView
      document={document}
      attachments={attachments}
      {...(maxBlocks === undefined ? {} : { maxBlocks })}
      {...(idPrefix === undefined ? {} : { idPrefix })}
      {...access}
    />
  );
}

export interface RecordDocumentProps<N extends DocumentNoun> {
  readonly noun: N;
  readonly form: RecordForm<N>;
  /** Which step of a playbook, by its id. */
  readonly part?: string;
  /** The text as it stands in `form.record`. */
  readonly document: RichText;
  readonly label: string;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Shows below the text how long it is: for a text that is the page, not for one of many. */
  readonly hasFoot?: boolean;
  /** Shows nothing while there is nothing to show; a draft that was left behind is something. */
  readonly hidesBlank?: boolean;
}

/**
 * The text of a record, written in place. Every second of typing is a draft on disk; leaving the text, a pause or
 * Ctrl+S makes it the saved one. A draft that was left behind by a crash is offered, never taken by itself.
 */
export function RecordDocument<N extends DocumentNoun>(props: RecordDocumentProps<N>) {
  const recordId = props.form.record?.id ?? '';
  const { kind, field } = PLACES[props.noun];
  const { part = '' } = props;
  const place = useMemo(() => ({ kind, recordId, field, part }), [kind, recordId, field, part]);
  // What was left behind is asked for once, each time the text is opened: later there are only our own drafts, and a long one
  // would be read anew with every second of typing.
  const [isAsked, setAsked] = useState(false);
  const draft = useQuery({
    ...api.drafts.get.queryOptions({ input: place }),
    enabled: recordId !== '' && props.isReadOnly !== true && !isAsked,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const hasAnswer = draft.isFetchedAfterMount;
  useEffect(() => {
    if (hasAnswer) setAsked(true);
  }, [hasAnswer]);
  // Asked again whenever the record changes: bringing back an older version may make it readable.
  const unreadable = useQuery({
    ...api.records.unreadable.queryOptions({ input: { kind, id: recordId } }),
    enabled: recordId !== '',
  });
  const found = useMemo(() => (draft.data ? readDocument(draft.data.value) : null), [draft.data]);
  // As it was when the draft came: the text follows the record from there by itself.
  const [version, setVersion] = useState(0);
  const now = props.form.record?.version ?? 0;
  if (version === 0 && hasAnswer && now > 0) setVersion(now);
  const left = useMemo(
    (): LeftDraft | undefined =>
      found?.state === 'readable' && draft.data
        ? {
            document: found.document,
            savedAt: draft.data.updatedAt,
            writer: draft.data.writer,
            value: draft.data.value,
            base: draft.data.baseVersion === version ? undefined : baseOf(draft.data.base),
          }
        : undefined,
    [found, draft.data, version],
  );
  const damaged = unreadable.data?.find((one) => one.field === field && (one.stepId ?? '') === part);
  if (damaged) return <DamagedDocument raw={damaged.raw} newerVersion={damaged.newerVersion} />;
  if (props.isReadOnly)
    return (
      <LinkedText {...place}>
        <OfferedReading document={props.document}>
          <RecordText document={props.document} idPrefix={READING_PREFIX} />
          {props.hasFoot ? <WordCount document={props.document} /> : null}
        </OfferedReading>
        <LandOnReading />
      </LinkedText>
    );
  // The editor waits for the answer: a draft offered after the first letter would come too late.
  if ((!hasAnswer || unreadable.isPending) && recordId !== '')
    return <RecordText document={props.document} maxBlocks={FIRST_BLOCKS} />;
  if (props.hidesBlank && !draft.data && isBlank(props.document)) return null;
  return (
    <>
      {found && found.state !== 'readable' && draft.data ? (
        <UnreadableDraft place={place} writer={draft.data.writer} found={found} />
      ) : null}
      <LinkedText {...place}>
        <Writing {...props} place={place} left={left} />
      </LinkedText>
    </>
  );
}

/** What a draft was made from, as far as the history knows it. */
function baseOf(json: string | null): RichText {
  const read = json === null ? null : readDocument(json);
  return read?.state === 'readable' ? read.document : EMPTY_DOCUMENT;
}

/** A draft that cannot be read is still what somebody typed: it stays until they have seen it and say so. */
function UnreadableDraft({
  place,
  writer,
  found,
}: {
  readonly place: TextPlace;
  readonly writer: string;
  readonly found: Exclude<ReadDocument, { state: 'readable' }>;
}) {
  const t = useT('history');
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  return (
    <div className="mb-4">
      <DamagedDocument
        raw={found.raw}
        title={t('raw.draft')}
        text={t('raw.draftBody')}
        actions={
          <Button
            size="sm"
            tone="quiet"
            onPress={() => {
              setGone(true);
              void client.drafts.discard({ ...place, writer });
            }}
          >
            {t('raw.removeDraft')}
          </Button>
        }
      />
    </div>
  );
}

function Writing<N extends DocumentNoun>({
  form,
  document: saved,
  label,
  placeholder,
  autoFocus,
  hasFoot,
  place,
  left,
}: Omit<RecordDocumentProps<N>, 'noun'> & {
  readonly place: TextPlace;
  readonly left: LeftDraft | undefined;
}) {
  const { text, publish } = useRecordText({ form, saved, place, left });
  const { document, restore } = text;

  const access = useRecordAccess([document]);
  const attachments = useAttachmentAccess(
    restore ? [document, saved, restore.document] : [document],
    place.recordId === '' ? null : { kind: place.kind, id: place.recordId },
  );
  if (restore) {
    return (
      <div className="flex flex-col gap-3">
        <DraftOffer offer={restore} />
        <RichTextView
          document={isBlank(saved) ? restore.document : saved}
          attachments={attachments}
          {...access}
        />
      </div>
    );
  }
  const status =
    text.state === 'saved' || text.state === 'failed' ? null : <DraftStatus state={text.state} />;
  return (
    <div
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          event.preventDefault();
          void publish();
        }
      }}
    >
      <MergeNotice document={document} conflicts={text.conflicts} onSettle={text.settle} />
      {text.state === 'failed' ? (
        <UnsavedBanner error={text.error} document={document} onRetry={() => void text.flush()} />
      ) : null}
      <RichTextEditor
        document={document}
        epoch={text.epoch}
        onChange={text.onChange}
        onFlush={() => void publish()}
        autoFocus={autoFocus}
        placeholder={placeholder}
        ariaLabel={label}
        searchRecords={searchRecords}
        hasFoot={hasFoot}
        attachments={attachments}
        {...access}
      />
      {hasFoot ? <div className="rt-draft-place">{status}</div> : status}
    </div>
  );
}
