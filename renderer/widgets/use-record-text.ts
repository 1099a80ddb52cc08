import { useCallback, useEffect, useRef } from 'react';
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
import { type FormNoun, type RecordForm, WRITER } from './record-form.ts';
import { conflictsIn, giveText, type TextPlace, textIn } from './text-in-record.ts';

/** After this long without a letter the draft becomes the saved text (a revision others can find). */
const PUBLISH_AFTER_MS = 15_000;

/** A draft that was left behind, with who wrote it and the letters it is stored in. */
export type LeftDraft = StoredDraft & { readonly writer: string; readonly value: string };

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
      const form = latest.current;
      const known = giveText(form, place, next, base);
      await form.flush();
      const { record, state, error } = form.now();
      // While another field waits for a person to choose, nothing of the record is saved: the draft stands in for it.
      if (state === 'failed' || state === 'conflict') throw error;
      if (isMuchShorter(textLength(base), textLength(next)))
        toasts.show({
          text: t('shorter.text'),
          action: { label: t('shorter.undo'), run: () => undo.current(base) },
        });
      const stored = textIn(record, place);
      if (!stored || !record) return undefined;
      // The save took along drafts that say what it says; of one that was joined on the way this is not so.
      if (!sameDocument(stored, next))
        void client.drafts
          .discard({ ...place, writer: WRITER, value: JSON.stringify(next) })
          .catch(() => undefined);
      return {
        document: stored,
        version: record.version,
        conflicts: [...known, ...conflictsIn(form, place)],
      };
    },
    [place, t],
  );

  const text = useDraftedDocument({
    key: `${place.kind} ${place.recordId} ${place.field} ${place.part}`,
    published: saved,
    version: form.record?.version ?? 0,
    draft: left,
    saveDraft: (next, version) =>
      client.drafts.put({ ...place, writer: WRITER, value: JSON.stringify(next), baseVersion: version }),
    adoptDraft: async () =>
      left && left.writer !== WRITER
        ? client.drafts.adopt({ ...place, from: left.writer, to: WRITER })
        : undefined,
    // Only what was offered: its window may still be open, and being written in.
    discardDraft: async () =>
      left ? client.drafts.discard({ ...place, writer: left.writer, value: left.value }) : undefined,
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
        publishText(shown.current, base()).then(
          (done) => {
            // Nobody looks at the text any more: that both versions of a paragraph stand in it must be said here.
            if (done && done.conflicts.length > 0) toasts.show({ text: t('conflict.left'), tone: 'neutral' });
          },
          () => undefined,
        );
    },
    [publishText, base, t],
  );
  return { text, publish: publishIfChanged };
}
