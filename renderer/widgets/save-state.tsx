import { Check, CloudAlert, Lock } from 'lucide-react';
import { useProblemText } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { Button, Popover, Spinner } from '../ui/index.ts';
import type { SaveStateName } from './record-saver.ts';

export interface SaveStateProps {
  readonly phase: SaveStateName | 'readOnly';
  readonly error?: unknown;
  readonly onRetry?: () => void;
}

/** "Saved", "Saving…", "Not saved": always in the same place, never moving anything. */
export function SaveState({ phase, error, onRetry }: SaveStateProps) {
  const t = useT('common');
  const say = useProblemText();
  if (phase === 'failed') {
    const text = say(error);
    return (
      <Popover
        label={t('widgets:save.details')}
        placement="bottom end"
        trigger={
          <Button tone="quiet" size="sm" icon={<CloudAlert aria-hidden="true" />} className="text-bad">
            <span role="alert">{t('saveState.failed')}</span>
          </Button>
        }
      >
        <div className="flex max-w-80 flex-col gap-2 text-sm">
          <p className="font-medium">{text.what}</p>
          <p className="text-ink-soft">{text.safe}</p>
          <p className="text-ink-soft">{text.advice}</p>
          <div className="flex justify-end gap-2 pt-1">
            <Button size="sm" onPress={() => void navigator.clipboard?.writeText(text.detail)}>
              {t('frame:problem.copy')}
            </Button>
            {onRetry ? (
              <Button size="sm" tone="primary" onPress={onRetry}>
                {t('retry')}
              </Button>
            ) : null}
          </div>
        </div>
      </Popover>
    );
  }
  return (
    <span
      role="status"
      className="inline-flex min-h-7 min-w-24 items-center justify-end gap-1.5 text-sm text-ink-faint"
    >
      {phase === 'saving' ? <Spinner className="size-3.5" /> : null}
      {phase === 'saved' ? <Check aria-hidden="true" className="size-3.5 text-good" /> : null}
      {phase === 'readOnly' ? <Lock aria-hidden="true" className="size-3.5" /> : null}
      {phase === 'saved'
        ? t('saveState.saved')
        : phase === 'saving'
          ? t('saveState.saving')
          : phase === 'readOnly'
            ? t('saveState.readOnly')
            : phase === 'conflict'
              ? t('saveState.conflict')
              : t('saveState.unsaved')}
    </span>
  );
}
