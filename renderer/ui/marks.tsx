import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { cx } from './cx.ts';
import { OneLine } from './one-line.tsx';

export type Tone = 'neutral' | 'brass' | 'good' | 'warn' | 'bad' | 'info';

const washes: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  brass: 'bg-brass-soft text-brass',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
};

/** A state in a word. The word says it; the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'inline-flex min-h-5 w-fit items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap forced-colors:border',
        washes[tone],
      )}
    >
      {icon ? <span className="[&>svg]:size-3">{icon}</span> : null}
      {children}
    </span>
  );
}

export interface TagProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** With this the tag can be taken away; the label names what goes ("Remove topic Seals"). */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A word of the user's (topic, tag, filter). Holds its own direction. */
export function Tag({ children, tone = 'neutral', icon, onRemove, removeLabel }: TagProps) {
  return (
    <span
      className={cx(
        'inline-flex min-h-6 max-w-full items-center gap-1 rounded-md ps-2 text-sm forced-colors:border',
        onRemove ? 'pe-0.5' : 'pe-2',
        washes[tone],
      )}
    >
      {icon ? <span className="shrink-0 [&>svg]:size-3.5">{icon}</span> : null}
      <OneLine>{children}</OneLine>
      {onRemove ? (
        <Button
          aria-label={removeLabel ?? ''}
          onPress={onRemove}
          className="flex size-5 shrink-0 items-center justify-center rounded-sm data-hovered:bg-ink/10"
        >
          <X aria-hidden="true" className="size-3.5" />
        </Button>
      ) : null}
    </span>
  );
}

/** One or two letters for a name. Only alphabets that stand apart give two: Persian letters would join, one Han says enough. */
export const initialsOf = (name: string): string => {
  // "بهروز سروندی · Behrouz Sarvandi" is one person written twice: the first spelling counts.
  const words = (name.split(/[·|/(]/u)[0] ?? '').trim().split(/\s+/u).filter(Boolean);
  const letterOf = (word: string | undefined): string =>
    [...(word ?? '')].find((char) => /\p{L}/u.test(char)) ?? '';
  const first = letterOf(words[0]);
  const last = words.length > 1 ? letterOf(words.at(-1)) : '';
  const standsApart = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
  const initials = standsApart.test(first) && standsApart.test(last) ? first + last : first;
  return initials === '' ? '?' : initials.toLocaleUpperCase();
};

/** Initials in a circle. Decoration beside a name, so it is hidden from screen readers. */
export function Avatar({ name, size = 'md' }: { readonly name: string; readonly size?: 'sm' | 'md' | 'lg' }) {
  const sizes = { sm: 'size-6 text-2xs', md: 'size-8 text-xs', lg: 'size-12 text-base' } as const;
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-brass-soft font-semibold text-brass select-none',
        sizes[size],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
