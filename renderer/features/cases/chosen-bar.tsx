import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { CONFIRM_ABOVE, ConfirmBin, useMoveToBin } from '../../widgets/index.ts';

export interface ChosenBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
  readonly onBinned: () => void;
}

/** What can be done with the cases that were chosen. */
export function ChosenBar({ ids, onClear, onBinned }: ChosenBarProps) {
  const t = useT('cases');
  const moveToBin = useMoveToBin();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-2">
      <span role="status" className="tabular text-sm text-ink-soft">
        {t('chosen', { count: ids.length })}
      </span>
      <div className="ms-auto flex gap-2">
        <Button size="sm" tone="quiet" onPress={onClear}>
          {t('chooseDone')}
        </Button>
        <Button
          size="sm"
          icon={<Trash2 aria-hidden="true" />}
          isDisabled={ids.length === 0}
          onPress={() => {
            if (ids.length > CONFIRM_ABOVE) setAsking(true);
            else void moveToBin({ noun: 'cases', ids, onDone: onBinned });
          }}
        >
          {t('common:moveToBin')}
        </Button>
      </div>
      <ConfirmBin noun="cases" ids={ids} isOpen={isAsking} onOpenChange={setAsking} onDone={onBinned} />
    </div>
  );
}
