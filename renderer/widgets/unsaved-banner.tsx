import { Copy, Download } from 'lucide-react';
import type { RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { saveText, toProblem } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { Banner, Button } from '../ui/index.ts';

/** Why, in a sentence each; everything else is "something went wrong". */
const REASONS = { DISK_FULL: 'full', READ_ONLY: 'readOnly', DISCONNECTED: 'lost' } as const;

/**
 * What was written could not be stored: says why, that it is kept here, and offers to take it along. Goes by itself once
 * saving works again.
 */
export function UnsavedBanner({
  error,
  document,
  onRetry,
}: {
  readonly error: unknown;
  readonly document: RichText;
  readonly onRetry: () => void;
}) {
  const t = useT('history');
  const { code } = toProblem(error);
  const reason = REASONS[code as keyof typeof REASONS] ?? 'other';
  return (
    <div className="mb-3">
      <Banner
        tone="bad"
        title={t('failed.title')}
        actions={
          <>
            <Button
              size="sm"
              tone="quiet"
              icon={<Copy aria-hidden="true" />}
              onPress={() => void navigator.clipboard?.writeText(plainText(document))}
            >
              {t('failed.copy')}
            </Button>
            <Button
              size="sm"
              tone="quiet"
              icon={<Download aria-hidden="true" />}
              onPress={() => saveText(plainText(document), 'heirloom-text.txt')}
            >
              {t('failed.file')}
            </Button>
            <Button size="sm" onPress={onRetry}>
              {t('failed.retry')}
            </Button>
          </>
        }
      >
        {t(`failed.${reason}`)} {t('failed.kept')}
      </Banner>
    </div>
  );
}
