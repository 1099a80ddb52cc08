import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sameDocument } from '../../../shared/richtext/canonical.ts';
import type { RichText } from '../../../shared/richtext/document.ts';
import { createDraftKeeper, type DraftKeeper, type DraftState } from './draft-keeper.ts';

export interface StoredDraft {
  readonly document: RichText;
  /** UTC ISO 8601. */
  readonly savedAt: string;
}

export interface DraftedDocumentOptions {
  /** Which text this is (record and field). Another key is another text: state starts anew. */
  readonly key: string;
  /** The text as last published. */
  readonly published: RichText;
  /** A draft found in the store when the text was opened, if any. It is offered, never taken without asking. */
  readonly draft?: StoredDraft | undefined;
  /** Stores the draft in the database; resolves when it is stored. */
  readonly saveDraft: (document: RichText) => Promise<unknown>;
  /** Makes the text the published one (a revision) and removes its draft. */
  readonly publish?: ((document: RichText) => Promise<unknown>) | undefined;
  /** Removes the draft from the store, when its writer does not want it. */
  readonly discardDraft?: (() => Promise<unknown>) | undefined;
}

export interface RestoreOffer {
  readonly document: RichText;
  readonly savedAt: string;
  readonly accept: () => void;
  readonly dismiss: () => void;
}

export interface DraftedDocument {
  /** What the editor shows. */
  readonly document: RichText;
  readonly onChange: (document: RichText) => void;
  /** Store now; for `onFlush` of the editor and before leaving a page. True when everything is stored. */
  readonly flush: () => Promise<boolean>;
  /** Stores, publishes, and clears the draft. False when it did not work: the text is still here. */
  readonly publish: () => Promise<boolean>;
  readonly state: DraftState;
  /** Why the last save failed, as the call said it. */
  readonly error: unknown;
  /** True when the text differs from the published one. */
  readonly isChanged: boolean;
  /**
   * A draft that was found and differs from the text; `undefined` once it is taken or left. Show the editor read-only
   * until then: what is typed before is stored as the draft, in place of the one found.
   */
  readonly restore: RestoreOffer | undefined;
}

/**
 * A text that is never lost: it is kept here from the first letter, stored as a draft a second after the writer pauses
 * (five at most), at once when the page is hidden, left or closed, and published when its writer says so.
 */
export function useDraftedDocument(options: DraftedDocumentOptions): DraftedDocument {
  const { key, published, draft } = options;
  const [document, setDocument] = useState(published);
  const [state, setState] = useState<DraftState>('saved');
  const [error, setError] = useState<unknown>();
  const [found, setFound] = useState(draft);
  const [answered, setAnswered] = useState(false);
  const latest = useRef(options);
  latest.current = options;
  const shown = useRef(document);
  const touched = useRef(false);
  const keeper = useRef<DraftKeeper<RichText> | undefined>(undefined);

  const show = useCallback((next: RichText) => {
    shown.current = next;
    setDocument(next);
  }, []);

  // One keeper for one text: a save that is under way when another text is opened must still go to its own record.
  useEffect(() => {
    const { saveDraft } = latest.current;
    const mine = createDraftKeeper<RichText>({
      save: async (value) => {
        await saveDraft(value);
      },
      onState: (next, reason) => {
        if (keeper.current !== mine) return;
        setState(next);
        setError(next === 'failed' ? reason : undefined);
      },
    });
    keeper.current = mine;
    touched.current = false;
    setAnswered(false);
    setFound(latest.current.draft);
    setState('saved');
    show(latest.current.published);
    return () => {
      keeper.current = undefined;
      mine.dispose();
    };
  }, [key, show]);

  // A text nobody has touched here follows the store; one that has been touched is its writer's.
  useEffect(() => {
    if (!touched.current && !sameDocument(shown.current, published)) show(published);
  }, [published, show]);

  // Our own saves come back as "the draft" too: only one that was there before the first letter was found.
  useEffect(() => {
    if (!touched.current) setFound(draft);
  }, [draft]);

  useEffect(() => {
    const hidden = () => {
      if (globalThis.document.visibilityState === 'hidden') void keeper.current?.flush();
    };
    const leaving = () => void keeper.current?.flush();
    globalThis.document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('blur', leaving);
    return () => {
      globalThis.document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('blur', leaving);
    };
  }, []);

  useEffect(() => {
    if (state === 'saved') return undefined;
    // The last resort: the browser asks before a window with unstored words is closed.
    const ask = (event: BeforeUnloadEvent) => {
      void keeper.current?.flush();
      if (state === 'failed') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state]);

  const onChange = useCallback(
    (next: RichText) => {
      touched.current = true;
      show(next);
      keeper.current?.put(next);
    },
    [show],
  );
  const flush = useCallback(async () => (await keeper.current?.flush()) ?? true, []);

  const publish = useCallback(async () => {
    const mine = keeper.current;
    const { publish: send } = latest.current;
    if (!mine || !send) return false;
    // The draft first: should publishing fail half-way, the words are in the store all the same.
    const stored = await mine.flush();
    const sent = shown.current;
    try {
      if (keeper.current === mine) setState('saving');
      await send(sent);
    } catch (reason) {
      if (keeper.current === mine) {
        setState(stored ? 'unsaved' : 'failed');
        setError(reason);
      }
      return false;
    }
    // What was typed while publishing is a new draft on top of it.
    if (keeper.current === mine && sameDocument(sent, shown.current)) {
      touched.current = false;
      mine.settle();
      setError(undefined);
    }
    return true;
  }, []);

  const accept = useCallback(() => {
    setAnswered(true);
    if (!found) return;
    touched.current = true;
    show(found.document);
  }, [found, show]);
  const dismiss = useCallback(() => {
    setAnswered(true);
    void latest.current.discardDraft?.();
  }, []);

  const offered =
    !answered && found !== undefined && !sameDocument(found.document, published) ? found : undefined;
  const restore = useMemo(
    () => (offered ? { ...offered, accept, dismiss } : undefined),
    [offered, accept, dismiss],
  );
  return {
    document,
    onChange,
    flush,
    publish,
    state,
    error,
    isChanged: !sameDocument(document, published),
    restore,
  };
}
