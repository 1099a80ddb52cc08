import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { type Choosing, ChosenBar, CONFIRM_ABOVE, ConfirmBin, useMoveToBin } from '../../widgets/index.ts';

export interface ChosenCasesProps {
  readonly choosing: Choosing;
  readonly onBinned: () => void;
}

/** What can be done with the cases that were chosen. */
export function ChosenCases({ choosing, onBinned }: ChosenCasesProps) {
  const t = useT('cases');
  const ids = [...choosing.chosen];
  const moveToBin = useMoveToBin();
  const [isAsking, setAsking] = useState(false);
  return (
    <ChosenBar choosing={choosing} count={t('chosen', { count: ids.length })}>
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
      <ConfirmBin noun="cases" ids={ids} isOpen={isAsking} onOpenChange={setAsking} onDone={onBinned} />
    </ChosenBar>
  );
}
