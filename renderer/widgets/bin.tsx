import { useCallback, useState } from 'react';
import { type Client, client, useTellProblem } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { AlertDialog, TextField, toasts } from '../ui/index.ts';

/** Nouns whose records can go to the bin. */
export type BinnableNoun = {
  [Noun in keyof Client]: Client[Noun] extends { remove: unknown; restore: unknown } ? Noun : never;
}[keyof Client];

// One shape for all nouns: they share these two calls by construction (see nounCalls in the contract).
interface BinCalls {
  readonly remove: (input: { ids: string[]; confirmedCount?: number }) => Promise<unknown>;
  readonly restore: (input: { ids: string[] }) => Promise<unknown>;
}

/** Above this the library asks for the number; kept in step with BULK_CONFIRM_ABOVE of the contract by a test. */
export const CONFIRM_ABOVE = 20;

export interface MoveToBin {
  readonly noun: BinnableNoun;
  readonly ids: readonly string[];
  readonly onDone?: () => void;
}

/** Moves records to the bin and offers the way back: `moveToBin({ noun: 'notes', ids: [id], onDone: leave })`. */
export const useMoveToBin = (): ((what: MoveToBin) => Promise<void>) => {
  const t = useT('common');
  const tell = useTellProblem();
  return useCallback(
    async ({ noun, ids, onDone }) => {
      const calls = client[noun] as unknown as BinCalls;
      try {
        await calls.remove({
          ids: [...ids],
          ...(ids.length > CONFIRM_ABOVE ? { confirmedCount: ids.length } : {}),
        });
        onDone?.();
        toasts.show({
          text: t('movedToBin', { count: ids.length }),
          action: {
            label: t('undo'),
            run: () => {
              calls
                .restore({ ids: [...ids] })
                .then(() => toasts.show({ text: t('restored'), tone: 'good' }), tell);
            },
          },
        });
      } catch (error) {
        tell(error);
      }
    },
    [t, tell],
  );
};

export interface ConfirmBinProps extends MoveToBin {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** For more than 20 at once: the number must be typed, so that a slip cannot empty a library. */
export function ConfirmBin({ isOpen, onOpenChange, ...what }: ConfirmBinProps) {
  const t = useT('widgets');
  const move = useMoveToBin();
  const [typed, setTyped] = useState('');
  const count = what.ids.length;
  // Numbers may be typed in the digits of any of our scripts.
  const value = Number(typed.trim().replace(/\p{Nd}/gu, (digit) => String(digitValue(digit))));
  return (
    <AlertDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('bin.title', { count })}
      confirmLabel={t('common:moveToBin')}
      cancelLabel={t('common:cancel')}
      isConfirmDisabled={typed.trim() === '' || value !== count}
      onConfirm={() => {
        setTyped('');
        void move(what);
      }}
    >
      <p className="pb-3">{t('bin.text')}</p>
      <TextField label={t('bin.number')} value={typed} onChange={setTyped} />
    </AlertDialog>
  );
}

/** Decimal digits of every script stand in runs of ten that begin at a multiple known to Unicode. */
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  for (const zero of [0x30, 0x660, 0x6f0, 0xe50, 0xff10]) {
    if (code >= zero && code <= zero + 9) return code - zero;
  }
  return Number.NaN;
};
