import type { LibraryInfo } from '../../shared/contract/library.ts';
import { useConnection } from '../client/index.ts';
import { useOptionalText, useT } from '../i18n/index.ts';
import { Banner } from '../ui/index.ts';

/** What stays true until it is dealt with, across the top. */
export function Banners({ library }: { readonly library: LibraryInfo | null }) {
  const t = useT('frame');
  const optional = useOptionalText();
  const connection = useConnection();
  return (
    <>
      {connection === 'lost' ? (
        <Banner tone="warn" place="frame">
          {t('banner.lost')}
        </Banner>
      ) : null}
      {connection === 'failed' ? (
        <Banner tone="bad" place="frame">
          {t('banner.failed')}
        </Banner>
      ) : null}
      {connection === 'no-key' ? (
        <Banner tone="bad" place="frame">
          {t('banner.noToken')}
        </Banner>
      ) : null}
      {library?.readOnly ? (
        <Banner tone="warn" place="frame">
          {optional(`frame:banner.readOnly.${library.readOnlyReason || 'other'}`) ??
            t('banner.readOnly.other')}
        </Banner>
      ) : null}
    </>
  );
}
