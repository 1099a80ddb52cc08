import { memo } from 'react';
import type { Session } from '../../../shared/domain/session.ts';
import { useT } from '../../i18n/index.ts';
import { CheckList, type RecordForm } from '../../widgets/index.ts';

/** What they want to talk about. */
export const SessionAgenda = memo(function SessionAgenda({
  agenda,
  set,
  isReadOnly,
}: {
  readonly agenda: Session['agenda'];
  readonly set: RecordForm<'sessions'>['set'];
  readonly isReadOnly: boolean;
}) {
  const t = useT('sessions');
  return (
    <CheckList
      label={t('agenda')}
      items={agenda}
      placeholder={t('agenda.add')}
      isReadOnly={isReadOnly}
      makeItem={(id, text) => ({ id, text, done: false })}
      onChange={(next) => set({ agenda: next })}
    />
  );
});
