import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { sameDocument } from '../../../shared/richtext/canonical.ts';
import type { RichText } from '../../../shared/richtext/document.ts';
import {
  type MergeChoice,
  type MergeConflict,
  mergeDocuments,
  settleConflict,
} from '../../../shared/richtext/merge.ts';
import { isComposing, watchComposing } from './composing.ts';
import { createDraftKeeper, type DraftKeeper, type DraftState } from './draft-keeper.ts';

export interface StoredDraft {
  readonly document: RichText;
  /** UTC ISO 8601. */
  readonly savedAt: string;
  /**
   * What it was made from, where that is not the published text any more: then the two are joined when it is taken, or it
   * would write over what was saved since. An empty text where nobody knows any more: what differs is kept twice.
   */
  readonly base?: RichText | undefined;
}

/** A text as the store has it: `version` counts the saves of its record. */
export interface StoredText {
  readonly document: RichText;
  readonly version: number;
}

export interface DraftedDocumentOptions {
  /** Which text this is (record and field). Another key is another text: state starts anew. */
  readonly key: string;
  /** The text as last published. */
  readonly published: RichText;
  /** Which save of the record that is. Only a higher one is news from elsewhere. */
  readonly version: number;
  /** A draft found in the store when the text was opened, if any. It is offered, never taken without asking. */
  readonly draft?: StoredDraft | undefined;
  /** Stores the draft in the database; resolves when it is stored. `version` is the save that it was made from. */
  readonly saveDraft: (document: RichText, version: number) => Promise<unknown>;
  /**
   * Makes the text the published one (a revision) and removes its draft; rejects when that did not work. `base` is what the
   * text was made from. Resolves with what the store holds then: more than was sent, where another window saved meanwhile.
   */
  readonly publish?: ((document: RichText, base: RichText) => Promise<PublishedText | undefined>) | undefined;
  /** Makes the draft that was found this window's own, so that it goes when this text is published. */
  readonly adoptDraft?: (() => Promise<unknown>) | undefined;
  /** Removes the draft from the store, when its writer does not want it. */
  readonly discardDraft?: (() => Promise<unknown>) | undefined;
}

export interface PublishedText extends StoredText {
  /** Blocks that were changed here and elsewhere, where the store's text had to be merged on the way. */
  readonly conflicts: readonly MergeConflict[];
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
  /** Goes up when the text was replaced by other means than typing: give it to the editor, or it takes it for an echo. */
  readonly epoch: number;
  readonly onChange: (document: RichText) => void;
  /** Puts another text in its place, as one change that can be undone. */
  readonly replace: (document: RichText) => void;
  /** Store now; for `onFlush` of the editor and before leaving a page. True when everything is stored. */
  readonly flush: () => Promise<boolean>;
  /** Stores, publishes, and clears the draft. False when it did not work: the text is still here. */
  readonly publish: () => Promise<boolean>;
  readonly state: DraftState;
  /** Why the last save failed, as the call said it. */
  readonly error: unknown;
  /** True when the text differs from the published one. */
  readonly isChanged: boolean;
  /** What the text was made from. */
  readonly base: () => RichText;
  /** Blocks that were changed here and in another window; both versions of each stand in the text. */
  readonly conflicts: readonly MergeConflict[];
  readonly settle: (conflict: MergeConflict, choice: MergeChoice) => void;
  /**
   * A draft that was found and differs from the text; `undefined` once it is taken or left. Show the editor read-only
   * until then: what is typed before is stored as the draft, in place of the one found.
   */
  readonly restore: RestoreOffer | undefined;
}

/** Words of another window come in once this one has paused for so long. */
const MERGE_QUIET_MS = 1500;

/**
 * A text that is never lost: it is kept here from the first letter, stored as a draft a second after the writer pauses
 * (five at most), at once when the page is hidden, left or closed, and published when its writer says so. What another
 * window saves meanwhile is joined with it, block by block.
 */
export function useDraftedDocument(options: DraftedDocumentOptions): DraftedDocument {
  const { key, published, version, draft } = options;
  const [shownText, setShown] = useState({ document: published, epoch: 0 });
  const [state, setState] = useState<DraftState>('saved');
  const [error, setError] = useState<unknown>();
  const [found, setFound] = useState(draft);
  const [answered, setAnswered] = useState(false);
  const [conflicts, setConflicts] = useState<readonly MergeConflict[]>([]);
  const latest = useRef(options);
  latest.current = options;
  const shown = useRef(published);
  const base = useRef<StoredText>({ document: published, version });
  const touched = useRef(false);
  const typedAt = useRef(0);
  const publishing = useRef(false);
  const foundOn = useRef(published);
  const sentLast = useRef<RichText | undefined>(undefined);
  const inFlight = useRef<Promise<unknown> | undefined>(undefined);
  const keeper = useRef<DraftKeeper<StoredText> | undefined>(undefined);

  const show = useCallback((document: RichText, how: 'typed' | 'replaced') => {
    shown.current = document;
    setShown((old) => ({ document, epoch: old.epoch + (how === 'replaced' ? 1 : 0) }));
  }, []);

  /** As `show`, and the editor has it before this returns: a letter typed in between would be built on the old text. */
  const showNow = useCallback(
    (document: RichText) => {
      flushSync(() => show(document, 'replaced'));
    },
    [show],
  );

  /** Joins what was saved elsewhere since `base` with what stands here. False while somebody is composing. */
  const join = useCallback(
    (theirs: StoredText, found: readonly MergeConflict[] = []): boolean => {
      if (theirs.version <= base.current.version) return true;
      const news = !sameDocument(base.current.document, theirs.document);
      if (news && isComposing()) return false;
      // Our own save that was told as failed and arrived all the same: what stands here was made from it.
      const isOurs = sentLast.current !== undefined && sameDocument(sentLast.current, theirs.document);
      sentLast.current = undefined;
      const merged = news
        ? mergeDocuments(isOurs ? theirs.document : base.current.document, shown.current, theirs.document)
        : { document: shown.current, conflicts: [] };
      base.current = theirs;
      const all = [...found, ...merged.conflicts];
      if (all.length > 0) setConflicts((old) => [...old, ...all]);
      touched.current = !sameDocument(merged.document, theirs.document);
      if (!sameDocument(merged.document, shown.current)) {
        showNow(merged.document);
        if (touched.current) keeper.current?.put({ document: merged.document, version: theirs.version });
      }
      // All of it is saved: a draft that waits would only be offered to write over it.
      if (!touched.current) keeper.current?.settle();
      return true;
    },
    [showNow],
  );

  // One keeper for one text: a save that is under way when another text is opened must still go to its own record.
  useEffect(() => {
    const { saveDraft } = latest.current;
    const mine = createDraftKeeper<StoredText>({
      save: async ({ document, version: from }) => {
        await saveDraft(document, from);
      },
      onState: (next, reason) => {
        if (keeper.current !== mine) return;
        setState(next);
        setError(next === 'failed' ? reason : undefined);
      },
    });
    keeper.current = mine;
    touched.current = false;
    publishing.current = false;
    sentLast.current = undefined;
    base.current = { document: latest.current.published, version: latest.current.version };
    setAnswered(false);
    setConflicts([]);
    setFound(latest.current.draft);
    foundOn.current = latest.current.published;
    setState('saved');
    show(latest.current.published, 'replaced');
    return () => {
      keeper.current = undefined;
      mine.dispose();
    };
  }, [key, show]);

  // A text nobody has touched here follows the store; one that has been touched is joined with what comes, in a pause.
  useEffect(() => {
    if (version < base.current.version) return undefined;
    if (!touched.current) {
      base.current = { document: published, version };
      if (!sameDocument(shown.current, published)) show(published, 'replaced');
      return undefined;
    }
    if (version === base.current.version || publishing.current) return undefined;
    const tryIt = (): void => {
      const quiet = performance.now() - typedAt.current;
      if (publishing.current) return;
      if (quiet >= MERGE_QUIET_MS && join({ document: published, version })) return;
      timer = setTimeout(tryIt, Math.max(100, MERGE_QUIET_MS - quiet));
    };
    let timer = setTimeout(tryIt, 0);
    return () => clearTimeout(timer);
  }, [published, version, show, join]);

  // Our own saves come back as "the draft" too: only one that was there before the first letter was found.
  useEffect(() => {
    if (touched.current) return;
    setFound(draft);
    foundOn.current = base.current.document;
  }, [draft]);

  useEffect(() => {
    const hidden = () => {
      if (globalThis.document.visibilityState === 'hidden') void keeper.current?.flush();
    };
    const leaving = () => void keeper.current?.flush();
    const stopWatching = watchComposing();
    globalThis.document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('blur', leaving);
    return () => {
      stopWatching();
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

  const change = useCallback(
    (next: RichText, how: 'typed' | 'replaced') => {
      touched.current = true;
      if (how === 'typed') {
        typedAt.current = performance.now();
        show(next, 'typed');
      } else showNow(next);
      keeper.current?.put({ document: next, version: base.current.version });
    },
    [show, showNow],
  );
  const onChange = useCallback((next: RichText) => change(next, 'typed'), [change]);
  const replace = useCallback((next: RichText) => change(next, 'replaced'), [change]);
  const flush = useCallback(async () => (await keeper.current?.flush()) ?? true, []);

  const publishOnce = useCallback(async () => {
    const mine = keeper.current;
    const { publish: send } = latest.current;
    if (!mine || !send) return false;
    // The draft first: should publishing fail half-way, the words are in the store all the same.
    const stored = await mine.flush();
    if (keeper.current !== mine) return false;
    // Composing, with words from elsewhere waiting: they would be written over. The next pause publishes.
    if (!join({ document: latest.current.published, version: latest.current.version })) return false;
    const sent = shown.current;
    publishing.current = true;
    let answer: PublishedText | undefined;
    try {
      setState('saving');
      sentLast.current = sent;
      answer = await send(sent, base.current.document);
    } catch (reason) {
      if (keeper.current === mine) {
        publishing.current = false;
        setState(stored ? 'unsaved' : 'failed');
        setError(reason);
      }
      return false;
    }
    if (keeper.current !== mine) return true;
    publishing.current = false;
    sentLast.current = undefined;
    base.current = { document: sent, version: base.current.version };
    // What was typed while publishing is a new draft on top of it.
    if (sameDocument(sent, shown.current)) {
      touched.current = false;
      mine.settle();
      setError(undefined);
    }
    if (answer) join(answer, answer.conflicts);
    return true;
  }, [join]);
  // One after the other: whoever closes the window waits for the one under way and for what was typed since.
  const publish = useCallback(() => {
    const run = Promise.resolve(inFlight.current).then(publishOnce, publishOnce);
    inFlight.current = run;
    return run;
  }, [publishOnce]);

  const settle = useCallback(
    (conflict: MergeConflict, choice: MergeChoice) => {
      setConflicts((old) => old.filter((one) => one !== conflict));
      const next = settleConflict(shown.current, conflict, choice);
      if (!sameDocument(next, shown.current)) replace(next);
    },
    [replace],
  );

  const accept = useCallback(() => {
    setAnswered(true);
    if (!found) return;
    touched.current = true;
    // Where the text was saved on since, that stays, too.
    const from = found.base ?? foundOn.current;
    const joined = mergeDocuments(from, found.document, base.current.document);
    setConflicts(joined.conflicts);
    show(joined.document, 'replaced');
    const mine = keeper.current;
    const keepJoined = (): void => {
      if (keeper.current !== mine || sameDocument(found.document, joined.document)) return;
      mine?.put({ document: shown.current, version: base.current.version });
    };
    // Under its new writer first: otherwise there would be two drafts.
    void Promise.resolve(latest.current.adoptDraft?.()).then(keepJoined, keepJoined);
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
  const { document, epoch } = shownText;
  return {
    document,
    epoch,
    onChange,
    replace,
    flush,
    publish,
    state,
    error,
    isChanged: !sameDocument(document, published),
    base: useCallback(() => base.current.document, []),
    conflicts,
    settle,
    restore,
  };
}
