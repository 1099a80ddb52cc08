import { PanelRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-words.tsx';

export interface PageHeaderProps {
  /** The one title of the page. A string becomes the h1; an editable title brings its own h1. */
  readonly title: ReactNode;
  /** The title is a user's own words: it takes its own direction. */
  readonly isUserText?: boolean;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  /** The one primary action, and quiet ones before it. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
}

export function PageHeader({ title, isUserText = false, above, below, actions, className }: PageHeaderProps) {
  return (
    <header className={cx('flex flex-col gap-1 pb-5', className)}>
      {above ? (
        <div className="flex min-h-6 flex-wrap items-center gap-2 text-sm text-ink-faint">{above}</div>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        {typeof title === 'string' ? (
          <h1
            {...(isUserText ? { dir: 'auto' } : {})}
            className="stand-with-page min-w-0 flex-1 basis-80 text-2xl font-semibold tracking-[-0.012em] text-balance"
          >
            {title}
          </h1>
        ) : (
          <div className="min-w-0 flex-1 basis-80">{title}</div>
        )}
        {actions ? <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {below ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">{below}</div>
      ) : null}
    </header>
  );
}

export interface PageProps {
  readonly children: ReactNode;
  /** `reading`: text at a measure; `wide`: tables and boards. */
  readonly width?: 'reading' | 'wide' | 'full';
  readonly className?: string | undefined;
}

/** The scrolling sheet in the middle, with the house margins. */
export function Page({ children, width = 'reading', className }: PageProps) {
  const widths = { reading: 'max-w-[48rem]', wide: 'max-w-[72rem]', full: '' } as const;
  return (
    <div className="scroll-y h-full min-h-0 min-w-0 flex-1 bg-paper">
      <div className={cx('mx-auto w-full px-6 pt-7 pb-16 sm:px-10', widths[width], className)}>
        {children}
      </div>
    </div>
  );
}

export interface SplitLayoutProps {
  /** The list column (start side). */
  readonly list: ReactNode;
  readonly listLabel: string;
  /** The page, or an empty state when nothing is chosen. */
  readonly children: ReactNode;
  /** On narrow windows only one of the two is shown. */
  readonly showPage: boolean;
  /** While no page is shown the list takes the whole width (a table of many columns). */
  readonly listFills?: boolean;
}

/** List column + page. */
export function SplitLayout({ list, listLabel, children, showPage, listFills = false }: SplitLayoutProps) {
  const isWide = listFills && !showPage;
  return (
    <div className="group/split flex h-full min-h-0 min-w-0 flex-1">
      <section
        aria-label={listLabel}
        className={cx(
          'h-full min-h-0 w-full shrink-0 flex-col bg-paper md:flex',
          !isWide && 'border-e border-line md:w-80 xl:w-[22rem]',
          showPage ? 'hidden print:hidden' : 'flex',
        )}
      >
        {list}
      </section>
      <div
        className={cx(
          'h-full min-h-0 min-w-0 flex-1 bg-paper',
          showPage ? 'flex' : isWide ? 'hidden' : 'hidden md:flex',
          // Nobody can choose from a list of nothing: the list itself says what to do.
          !showPage && 'group-has-data-[empty=panel]/split:[&_[data-empty=page]]:invisible',
        )}
      >
        {children}
      </div>
    </div>
  );
}

export interface ListHeaderProps {
  readonly title: string;
  readonly count?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Top of a list column: its name, its count, its actions, and filters below. */
export function ListHeader({ title, count, actions, children }: ListHeaderProps) {
  return (
    <header className="flex flex-col gap-2 border-b border-line px-3 pt-3 pb-2">
      <div className="flex min-h-9 items-center gap-2 ps-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {count === undefined ? null : <span className="tabular text-sm text-ink-faint">{count}</span>}
        <div className="ms-auto flex items-center gap-1">{actions}</div>
      </div>
      {children}
    </header>
  );
}

export interface SidePanelProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Links, provenance, related, history: beside the page on wide windows, over it on narrow ones. */
export function SidePanel({ label, isOpen, onClose, children }: SidePanelProps) {
  const words = useUiWords();
  if (!isOpen) return null;
  return (
    <aside
      aria-label={label}
      className="scroll-y h-full w-80 shrink-0 border-s border-line bg-canvas px-4 pt-3 pb-10 print:hidden max-lg:absolute max-lg:inset-y-0 max-lg:end-0 max-lg:z-20 max-lg:shadow-dialog"
    >
      <div className="flex min-h-9 items-center justify-between">
        <h2 className="text-sm font-semibold text-ink-soft">{label}</h2>
        <IconButton label={words.close} size="sm" onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="flex flex-col gap-5 pt-1">{children}</div>
    </aside>
  );
}

/** Icon for the button that opens the side panel; it sits at the end side, so it turns with the direction. */
export const SidePanelIcon = () => <PanelRight aria-hidden="true" className="mirror-rtl" />;
