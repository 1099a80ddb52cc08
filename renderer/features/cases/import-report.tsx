import type { ImportReport, Rejection } from '../../../shared/contract/imports.ts';
import { useOptionalText, useT } from '../../i18n/index.ts';
import { NotTaken } from '../../widgets/index.ts';

/** The rows of a file that were not taken, in the words for cases. */
export function RowsNotTaken({ report }: { readonly report: ImportReport }) {
  const t = useT('cases');
  const optional = useOptionalText();
  const say = ({ reason, detail }: Rejection): string =>
    optional(`cases:reason.${reason}`, { detail: detail ?? '' }) ??
    t('reason.other', { detail: [reason, detail].filter(Boolean).join(' ') });
  return <NotTaken report={report} say={say} />;
}
