import { Share } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { ExportDocuments } from '../../widgets/index.ts';

/** What can be done with the notes that were chosen. */
export function ChosenNotes({
  ids,
  onClear,
}: {
  readonly ids: readonly string[];
  readonly onClear: () => void;
}) {
  const t = useT('exports');
  const [isExporting, setExporting] = useState(false);
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
          icon={<Share aria-hidden="true" />}
          isDisabled={ids.length === 0}
          onPress={() => setExporting(true)}
        >
          {t('action')}
        </Button>
      </div>
      <ExportDocuments
        scope={{ type: 'notes', ids: [...ids] }}
        isOpen={isExporting}
        onOpenChange={setExporting}
      />
    </div>
  );
}
