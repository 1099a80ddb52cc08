import { useCallback, useEffect, useRef } from 'react';
import type { FindableKind } from '../../shared/domain/record.ts';
import { sameDocument } from '../../shared/richtext/canonical.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { isMuchShorter, textLength } from '../../shared/richtext/shrinking.ts';
import { client, connection, onBeforeClose } from '../client/index.ts';
import {
  type DraftedDocument,
  type PublishedText,
  type StoredDraft,
  useDraftedDocument,
} from '../editor/index.ts';
import { useT } from '../i18n/index.ts';
import { toasts } from '../ui/index.ts';
import { type FormFields, type FormNoun, type RecordForm, WRITER } from './record-form.ts';

/** After this long without a letter the draft becomes the saved text (a revision others can find). */
const PUBLISH_AFTER_MS = 15_000;

export interface TextPlace {
  readonly kind: FindableKind;
  readonly recordId: string;
  readonly field: 'document' | 'notes';
}

/** A draft that was left behind, with who wrote it. */
export type LeftDraft = StoredDraft & { readonly writer: string };

export interface RecordText {
  readonly text: DraftedDocument;
  /** Makes what was typed the saved text, now. */
  readonly publish: () => Promise<void>;
}

/**
 * Joins the text of a record, its draft and its form: a draft each second, saved after a pause, on leaving it and before
 * the window goes. What makes a text much shorter offers to be undone.
 */
export function useRecordText<N extends FormNoun>({
  form,
  saved,
  place,
  left,
}: {
  readonly form: RecordForm<N>;
  /** The text as it stands in `form.record`. */
  readonly saved: RichText;
  readonly place: TextPlace;
  readonly left: LeftDraft | undefined;
}): RecordText {
  const t = useT('history');
  const latest = useRef(form);
  latest.current = form;
  const undo = useRef<(document: RichText) => void>(() => undefined);

  const publishText = useCallback(
    async (next: RichText, base: RichText): Promise<PublishedText | undefined> => {
      const { set, flush, now, takeConflicts } = latest.current;
      set({ [place.field]: next } as FormFields<N>, { base: { [place.field]: base } as FormFields<N> });
      await flush();
      const { record, state, error } = now();
      if (state === 'failed') throw error;
      if (isMuchShorter(textLength(base), textLength(next)))
        toasts.show({
          text: t('shorter.text'),
          action: { label: t('shorter.undo'), run: () => undo.current(base) },
        });
      const stored = (record as Record<string, unknown> | null)?.[place.field] as RichText | undefined;
      return stored && record
        ? { document: stored, version: record.version, conflicts: takeConflicts(place.field) }
        : undefined;
    },
    [place.field, t],
  );

  const text = useDraftedDocument({
    key: `${place.kind} ${place.recordId} ${place.field}`,
    published: saved,
    version: form.record?.version ?? 0,
    draft: left,
    saveDraft: (next) =>
      client.drafts.put({
        ...place,
        writer: WRITER,
        value: JSON.stringify(next),
        baseVersion: latest.current.record?.version ?? 0,
      }),
    adoptDraft: async () =>
      left && left.writer !== WRITER
        ? client.drafts.adopt({ ...place, from: left.writer, to: WRITER })
        : undefined,
    discardDraft: () => client.drafts.discard({ ...place, writer: left?.writer ?? WRITER }),
    publish: publishText,
  });

  const { document, isChanged, publish, replace, flush, base } = text;
  const changed = useRef(isChanged);
  changed.current = isChanged;
  const publishIfChanged = useCallback(async () => {
    if (changed.current) await publish();
  }, [publish]);
  undo.current = (before) => {
    replace(before);
    void publish().then((done) => {
      if (done) toasts.show({ text: t('shorter.undone'), tone: 'good' });
    });
  };

  useEffect(() => {
    if (!isChanged) return undefined;
    const timer = setTimeout(() => void publishIfChanged(), PUBLISH_AFTER_MS);
    return () => clearTimeout(timer);
    // Starts anew with every letter.
  }, [document, isChanged, publishIfChanged]);
  useEffect(() => onBeforeClose(publishIfChanged), [publishIfChanged]);
  // The store is back after a crash: what could not be stored meanwhile is stored at once, not at the next retry.
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.get() === 'connected') void flush();
      }),
    [flush],
  );
  // Leaving the page publishes too, through the form's saver, which outlives this text.
  const shown = useRef(document);
  shown.current = document;
  useEffect(
    () => () => {
      if (changed.current && !sameDocument(shown.current, base()))
        void publishText(shown.current, base()).catch(() => undefined);
    },
    [publishText, base],
  );
  return { text, publish: publishIfChanged };
}
