import { useEffect, useRef, useState } from 'react';
import { onBeforeClose, toProblem } from '../client/index.ts';
import { type Autosaver, type AutosaverState, createAutosaver, type Versioned } from './autosaver.ts';

export interface UseAutosaveOptions<Fields extends object, Rec extends Versioned & { readonly id: string }> {
  /** As read from the library; a newer one may come in at any time. */
  readonly record: Rec;
  readonly save: (fields: Partial<Fields>, expectedVersion: number) => Promise<Rec>;
  readonly reload: () => Promise<Rec>;
}

export interface Autosave<Fields extends object, Rec> extends AutosaverState<Fields> {
  /** The record with what was changed here on top: what fields show. */
  readonly values: Rec;
  readonly change: (fields: Partial<Fields>) => void;
  readonly flush: () => Promise<void>;
}

/**
 * Automatic saving for the fields of one record: `values` to show, `change({ title })` on every key stroke, `phase` for
 * <SaveState>. Unsaved fields are saved when the page is left and before the window closes. Give the component
 * `key={record.id}` so that another record starts afresh.
 */
export const useAutosave = <Fields extends object, Rec extends Versioned & { readonly id: string }>(
  options: UseAutosaveOptions<Fields, Rec>,
): Autosave<Fields, Rec> => {
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<AutosaverState<Fields>>({ phase: 'saved', pending: {}, error: null });
  const [saved, setSaved] = useState<Rec | null>(null);
  const saver = useRef<Autosaver<Fields, Rec> | null>(null);
  saver.current ??= createAutosaver<Fields, Rec>({
    record: options.record,
    save: (fields, version) => latest.current.save(fields, version),
    reload: () => latest.current.reload(),
    isStale: (error) => toProblem(error).code === 'STALE',
    onState: setState,
    onSaved: setSaved,
  });
  const mine = saver.current;

  useEffect(() => mine.adopt(options.record), [mine, options.record]);
  useEffect(() => {
    const stop = onBeforeClose(mine.flush);
    return () => {
      stop();
      void mine.flush();
    };
  }, [mine]);

  const newest = saved && saved.version > options.record.version ? saved : options.record;
  return { ...state, values: { ...newest, ...state.pending }, change: mine.change, flush: mine.flush };
};
