import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-words.tsx';

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl', xl: 'max-w-5xl' } as const;

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot; the primary one last (end side). */
  readonly actions?: ReactNode;
  readonly size?: keyof typeof widths;
  /** `top` hangs it near the top edge (palette, capture) instead of the middle. */
  readonly place?: 'middle' | 'top';
  /** `false` while something must not be lost by a stray click. Escape still asks through `onOpenChange`. */
  readonly isDismissable?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly hideTitle?: boolean;
  readonly bare?: boolean;
}

/** A sheet over the page. Focus goes in, stays in, and returns to where it was; Escape always steps out. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  children,
  actions,
  size = 'md',
  place = 'middle',
  isDismissable = true,
  role = 'dialog',
  hideTitle = false,
  bare = false,
}: DialogProps) {
  const words = useUiWords();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      className={cx(
        'fixed inset-0 z-40 flex justify-center bg-scrim p-4 data-entering:animate-[appear_120ms_linear]',
        place === 'top' ? 'items-start pt-[12vh]' : 'items-center',
      )}
    >
      <Modal
        className={cx(
          'flex max-h-full w-full flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-dialog',
          'data-entering:animate-[rise_160ms_var(--ease-out)]',
          widths[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className={cx('flex items-start gap-3 px-5 pt-4 pb-1', (hideTitle || bare) && 'sr-only')}>
            <Heading slot="title" className="flex-1 pt-1 text-lg font-semibold">
              {title}
            </Heading>
            {role === 'alertdialog' || hideTitle || bare ? null : (
              <IconButton label={words.close} size="sm" tooltip={false} onPress={() => onOpenChange(false)}>
                <X aria-hidden="true" />
              </IconButton>
            )}
          </header>
          <div className={cx('min-h-0 flex-1 overflow-y-auto', bare ? '' : 'px-5 py-3')}>{children}</div>
          {actions ? (
            <footer className="flex flex-wrap items-center justify-end gap-2 px-5 pt-2 pb-4">
              {actions}
            </footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface AlertDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
  readonly tone?: 'danger' | 'primary';
  readonly isConfirmDisabled?: boolean;
}

/** A question that must be answered. The safe answer has the focus. */
export function AlertDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  onConfirm,
  tone = 'danger',
  isConfirmDisabled = false,
}: AlertDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      role="alertdialog"
      size="sm"
      isDismissable={false}
      actions={
        <>
          <Button autoFocus onPress={() => onOpenChange(false)}>
            {cancelLabel}
          </Button>
          <Button
            tone={tone}
            isDisabled={isConfirmDisabled}
            onPress={() => {
              onConfirm();
              onOpenChange(false);
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-base text-ink-soft">{children}</div>
    </Dialog>
  );
}
