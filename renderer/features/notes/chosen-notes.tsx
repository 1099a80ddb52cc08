import { Share } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { type Choosing, ChosenBar, ExportDocuments } from '../../widgets/index.ts';

/** What can be done with the notes that were chosen. */
export function ChosenNotes({ choosing }: { readonly choosing: Choosing }) {
  const t = useT('exports');
  const ids = [...choosing.chosen];
  const [isExporting, setExporting] = useState(false);
  return (
    <ChosenBar choosing={choosing} count={t('chosen', { count: ids.length })}>
      <Button
        size="sm"
        icon={<Share aria-hidden="true" />}
        isDisabled={ids.length === 0}
        onPress={() => setExporting(true)}
      >
        {t('action')}
      </Button>
      <ExportDocuments scope={{ type: 'notes', ids }} isOpen={isExporting} onOpenChange={setExporting} />
    </ChosenBar>
  );
}
