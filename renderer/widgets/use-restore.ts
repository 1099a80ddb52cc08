import { useCallback } from 'react';
import { client, useTellProblem } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { toasts } from '../ui/index.ts';
import type { BinnableNoun } from './bin.tsx';

/** Brings records back from the bin and says so. */
export const useRestore = (): ((noun: BinnableNoun, ids: readonly string[]) => void) => {
  const t = useT('common');
  const tell = useTellProblem();
  return useCallback(
    (noun, ids) => {
      const calls = client[noun] as unknown as {
        readonly restore: (input: { ids: string[] }) => Promise<unknown>;
      };
      calls.restore({ ids: [...ids] }).then(() => toasts.show({ text: t('restored'), tone: 'good' }), tell);
    },
    [t, tell],
  );
};
