import { CircleQuestionMark, Search, SquarePen } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useT } from '../i18n/index.ts';
import { Button, IconButton, Kbd } from '../ui/index.ts';
import { JobsTray } from './jobs-tray.tsx';

export interface TopBarProps {
  readonly onSearch: () => void;
  readonly onCapture: () => void;
  readonly onHelp: () => void;
}

/** Search in the middle, capture at the end: the two things one needs from anywhere. */
export function TopBar({ onSearch, onCapture, onHelp }: TopBarProps) {
  const t = useT('frame');
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 pe-3">
      <AriaButton
        onPress={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-9 w-full max-w-xl min-w-0 items-center gap-2.5 rounded-md border border-line bg-paper px-3 text-base text-ink-faint transition-colors data-hovered:border-line-strong"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate text-start">{t('search.placeholder')}</span>
        <span aria-hidden="true" className="max-sm:hidden">
          <Kbd keys="mod+k" />
        </span>
      </AriaButton>
      <div className="ms-auto flex items-center gap-1">
        <JobsTray />
        <Button
          tone="quiet"
          icon={<SquarePen aria-hidden="true" />}
          onPress={onCapture}
          aria-keyshortcuts="Control+Shift+N Meta+Shift+N"
        >
          <span className="max-sm:sr-only">{t('capture.open')}</span>
        </Button>
        <IconButton label={t('command.shortcuts')} keys="?" onPress={onHelp}>
          <CircleQuestionMark aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
}
