import { MicOff } from 'lucide-react';
import { useT } from '../../i18n/index.ts';

/** Where the tape recorder will stand. Until then it says so, once, and asks for nothing. */
export function RecorderPlace() {
  const t = useT('sessions');
  return (
    <section
      aria-label={t('recording')}
      className="flex items-start gap-3 rounded-lg border border-dashed border-line-strong/50 px-4 py-3"
    >
      <MicOff aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="min-w-0">
        <h2 className="text-sm font-medium text-ink-soft">{t('recording')}</h2>
        <p className="text-sm text-ink-faint">{t('recording.later')}</p>
      </div>
    </section>
  );
}
