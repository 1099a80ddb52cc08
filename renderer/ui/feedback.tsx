import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-words.tsx';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1, or null when the end is unknown. */
  readonly value: number | null;
  /** Spoken and shown at the end side ("1,204 of 5,000 · 812/s · 5 s left"). */
  readonly valueText?: string | undefined;
  readonly hideLabel?: boolean;
  /** Puts the value text under the bar: for narrow places. */
  readonly stacked?: boolean;
}

/** Fills along the reading direction. */
export function ProgressBar({
  label,
  value,
  valueText,
  hideLabel = false,
  stacked = false,
}: ProgressBarProps) {
  const percent = value === null ? 0 : Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;
  return (
    <AriaProgressBar
      value={percent}
      isIndeterminate={value === null}
      valueLabel={valueText ?? ''}
      className="flex w-full min-w-0 flex-col gap-1"
    >
      <div className={cx('flex items-baseline justify-between gap-3 text-sm', hideLabel && 'sr-only')}>
        <Label className="min-w-0 truncate">{label}</Label>
        {valueText && !stacked ? (
          <span className="tabular shrink-0 text-xs text-ink-faint">{valueText}</span>
        ) : null}
      </div>
      <div className="relative h-1.5 overflow-hidden rounded-full bg-sunken forced-colors:border">
        <div
          className={cx(
            'absolute inset-y-0 start-0 rounded-full bg-brass-fill forced-colors:bg-[Highlight]',
            value === null
              ? 'w-2/5 animate-[slide-along_1.6s_linear_infinite]'
              : 'transition-[width] duration-200',
          )}
          style={value === null ? undefined : { width: `${percent}%` }}
        />
      </div>
      {valueText && stacked ? <span className="tabular text-xs text-ink-faint">{valueText}</span> : null}
    </AriaProgressBar>
  );
}

const tones = {
  info: { look: 'bg-info-soft text-info', icon: <Info aria-hidden="true" className="size-5" /> },
  good: { look: 'bg-good-soft text-good', icon: <CircleCheck aria-hidden="true" className="size-5" /> },
  warn: { look: 'bg-warn-soft text-warn', icon: <TriangleAlert aria-hidden="true" className="size-5" /> },
  bad: { look: 'bg-bad-soft text-bad', icon: <CircleAlert aria-hidden="true" className="size-5" /> },
} as const;

export interface BannerProps {
  readonly tone: keyof typeof tones;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  /** `page` inside content with corners; `frame` across the window. */
  readonly place?: 'page' | 'frame';
}

/** Something that stays true until it is dealt with (read-only library, disk full). `bad` interrupts a screen reader. */
export function Banner({ tone, title, children, actions, onDismiss, place = 'page' }: BannerProps) {
  const words = useUiWords();
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx(
        'flex items-start gap-3 px-4 py-2.5 text-sm',
        place === 'page' ? 'rounded-lg' : 'border-b border-line',
        tones[tone].look,
      )}
    >
      <span className="shrink-0">{tones[tone].icon}</span>
      <div className="min-w-0 flex-1 text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink-soft">{children}</div> : null}
      </div>
      {actions ? <div className="flex shrink-0 items-center gap-2">{actions}</div> : null}
      {onDismiss ? (
        <IconButton label={words.dismiss} size="sm" tooltip={false} onPress={onDismiss}>
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  );
}

/** Grey lines where text will be; invisible for the first 200 ms, so that quick answers do not flash. */
export function Skeleton({ lines = 3, label }: { readonly lines?: number; readonly label: string }) {
  const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3'];
  return (
    <div role="status" aria-label={label} className="after-200ms flex flex-col gap-2.5">
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <span key={at} className={cx('h-3.5 rounded-sm bg-sunken', widths[at % widths.length])} />
      ))}
    </div>
  );
}
