import { useCallback } from 'react';
import { client, useTellProblem } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { toasts } from '../ui/index.ts';
import type { FormNoun } from './record-form.ts';

interface BinCalls {
  readonly remove: (input: { ids: string[]; confirmedCount?: number }) => Promise<unknown>;
  readonly restore: (input: { ids: string[] }) => Promise<unknown>;
}

/** Moves records to the bin and offers Undo; answers whether it worked. `await toBin('people', [id])`. */
export const useBin = (): ((
  noun: FormNoun,
  ids: readonly string[],
  afterUndo?: () => void,
) => Promise<boolean>) => {
  const t = useT('common');
  const tell = useTellProblem();
  return useCallback(
    async (noun, ids, afterUndo) => {
      const calls = client[noun] as unknown as BinCalls;
      try {
        await calls.remove({ ids: [...ids], confirmedCount: ids.length });
      } catch (error) {
        tell(error);
        return false;
      }
      const undo = async (): Promise<void> => {
        try {
          await calls.restore({ ids: [...ids] });
          toasts.show({ text: t('restored') });
          afterUndo?.();
        } catch (error) {
          tell(error);
        }
      };
      toasts.show({
        text: t('movedToBin', { count: ids.length }),
        action: { label: t('undo'), run: () => void undo() },
      });
      return true;
    },
    [t, tell],
  );
};
