import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '../i18n/index.ts';
import { cx, Page } from '../ui/index.ts';

export interface WizardProps {
  readonly title: string;
  /** Names of the steps, in order. */
  readonly steps: readonly string[];
  /** Index of the present step. */
  readonly at: number;
  readonly above?: ReactNode;
  /** True where steps change while somebody works in a form: the focus stays where it is. */
  readonly keepFocus?: boolean;
  readonly children: ReactNode;
}

/** A few steps to an end. The heading of each new step takes the focus, so that nobody is left behind on a gone button. */
export function Wizard({ title, steps, at, above, keepFocus = false, children }: WizardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    if (!keepFocus) heading.current?.focus();
  }, [at, keepFocus]);
  return (
    <Page width="wide" className="@container">
      {above ? <div className="pb-1 text-sm text-ink-faint">{above}</div> : null}
      <h1 className="pb-4 text-2xl font-semibold tracking-[-0.012em]">{title}</h1>
      <ol className="flex flex-wrap gap-x-6 gap-y-2 pb-7 text-sm">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === at ? 'step' : undefined}
            className={cx(
              'flex items-center gap-2',
              index === at ? 'font-semibold text-ink' : index < at ? 'text-ink-soft' : 'text-ink-faint',
            )}
          >
            <span
              aria-hidden="true"
              className={cx(
                'flex size-6 items-center justify-center rounded-full text-xs font-semibold tabular',
                index === at
                  ? 'bg-brass-fill text-on-brass'
                  : index < at
                    ? 'bg-brass-soft text-brass'
                    : 'bg-sunken text-ink-soft',
              )}
            >
              {index < at ? <Check className="size-3.5" strokeWidth={3} /> : <StepNumber value={index + 1} />}
            </span>
            {step}
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {steps[at]}
      </h2>
      {children}
    </Page>
  );
}

function StepNumber({ value }: { readonly value: number }) {
  const format = useFormat();
  return <>{format.number(value)}</>;
}

/** Large numbers side by side: what a run found or did. */
export function Tally({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: ReadonlyArray<{
    readonly id: string;
    readonly label: string;
    readonly count: number;
    readonly tone?: 'good' | 'warn' | 'plain';
  }>;
}) {
  const format = useFormat();
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-2 gap-3 @xl:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]"
    >
      {entries.map((entry) => (
        <div
          key={entry.id}
          className="flex flex-col-reverse rounded-lg border border-line bg-raised px-4 py-3"
        >
          <dt className="text-sm text-ink-soft">{entry.label}</dt>
          <dd
            className={cx(
              'tabular text-2xl font-semibold tracking-[-0.012em]',
              entry.count === 0
                ? 'text-ink-faint'
                : entry.tone === 'good'
                  ? 'text-good'
                  : entry.tone === 'warn'
                    ? 'text-warn'
                    : 'text-ink',
            )}
          >
            {format.number(entry.count)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
