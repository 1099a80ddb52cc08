import { useState } from 'react';
import type { Case } from '../../../shared/domain/case.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { sayCaseDate } from './case-date.ts';

const SHOWN = 30;

/** What happened to a case, in the order its source told it. */
export function CaseTimeline({ events }: { readonly events: Case['timeline'] }) {
  const t = useT('cases');
  const format = useFormat();
  const [count, setCount] = useState(SHOWN);
  return (
    <>
      <ol aria-label={t('timeline')} className="flex flex-col">
        {events.slice(0, count).map((event, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity, and their order never changes
            key={at}
            className="relative border-s border-line-strong/60 ps-5 pb-4 last:pb-0"
          >
            <span
              aria-hidden="true"
              className="absolute -start-[0.28rem] top-1.5 size-2 rounded-full bg-brass-fill ring-4 ring-paper"
            />
            <p className="flex flex-wrap gap-x-2 text-sm text-ink-faint">
              <bdi className="tabular">{sayCaseDate(event.at, format, true)}</bdi>
              {event.who ? <bdi className="text-ink-soft">{event.who}</bdi> : null}
            </p>
            <p dir="auto" className="break-words whitespace-pre-wrap">
              {event.text}
            </p>
          </li>
        ))}
      </ol>
      {events.length > count ? (
        <Button tone="quiet" className="mt-3" onPress={() => setCount(count + 200)}>
          {t('common:showMore')}
        </Button>
      ) : null}
    </>
  );
}
