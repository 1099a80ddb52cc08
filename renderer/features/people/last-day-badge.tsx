import { CalendarClock } from 'lucide-react';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';
import { daysUntil, todayHere } from './last-day.ts';

/** "Leaves in 12 days". A date that is far away is told calmly, one within a month is marked. */
export function LastDayBadge({ day }: { readonly day: string }) {
  const t = useT('people');
  const format = useFormat();
  const days = daysUntil(day, todayHere());
  if (days < 0) return <Badge>{t('left', { when: format.day(day, 'short') })}</Badge>;
  const when = days <= 60 ? format.inDays(days) : format.day(day, 'short');
  return (
    <Badge tone={days <= 30 ? 'warn' : 'neutral'} icon={<CalendarClock aria-hidden="true" />}>
      {t('leaves', { when })}
    </Badge>
  );
}
