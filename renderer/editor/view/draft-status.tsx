import { useFormat } from '../../i18n/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import type { DraftState } from '../drafts/draft-keeper.ts';
import type { RestoreOffer } from '../drafts/use-drafted-document.ts';
import { useEditorText } from '../editor-text.ts';

interface DraftStatusProps {
  readonly state: DraftState;
  readonly onRetry?: (() => void) | undefined;
}

/** "Saved", "Saving…", "Not saved. Your text is kept here.": always in the same place, never in the way. */
export function DraftStatus({ state, onRetry }: DraftStatusProps) {
  const t = useEditorText();
  return (
    <span className="rt-draft" data-state={state}>
      <span role={state === 'failed' ? 'alert' : 'status'}>{t(`draft.${state}`)}</span>
      {state === 'failed' && onRetry ? (
        <Button tone="quiet" size="sm" onPress={onRetry}>
          {t('draft.retry')}
        </Button>
      ) : null}
    </span>
  );
}

/** Offers a draft that was found. Taking it or leaving it are both one click, and neither happens by itself. */
export function DraftOffer({ offer }: { readonly offer: RestoreOffer }) {
  const t = useEditorText();
  const format = useFormat();
  return (
    <Banner
      tone="info"
      title={t('draft.foundTitle')}
      actions={
        <>
          <Button tone="quiet" size="sm" onPress={offer.dismiss}>
            {t('draft.discard')}
          </Button>
          <Button tone="plain" size="sm" onPress={offer.accept}>
            {t('draft.restore')}
          </Button>
        </>
      }
    >
      {t('draft.foundBody', { when: format.dateTime(offer.savedAt) })}
    </Banner>
  );
}
