import { useT } from '../../i18n/index.ts';
import { Page, PageHeader } from '../../ui/index.ts';

export function HomePage() {
  const t = useT('frame');
  return (
    <Page>
      <PageHeader title={t('nav.home')} />
    </Page>
  );
}
