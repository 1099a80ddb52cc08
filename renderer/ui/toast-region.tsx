import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { cx } from './cx.ts';
import type { Toast, ToastQueue } from './toast-queue.ts';
import { useUiWords } from './ui-words.tsx';

/** Where toasts show. Hover or focus stops their clock, so nobody loses an undo while reaching for it. */
export function ToastRegion({ queue }: { readonly queue: ToastQueue }) {
  const words = useUiWords();
  const list = useSyncExternalStore(queue.subscribe, queue.list);
  const [isHeld, setHeld] = useState(false);
  return (
    <section
      aria-label={words.notifications}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4"
    >
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} isHeld={isHeld} queue={queue} />
      ))}
    </section>
  );
}

function ToastCard({
  toast,
  isHeld,
  queue,
}: {
  readonly toast: Toast;
  readonly isHeld: boolean;
  readonly queue: ToastQueue;
}) {
  const words = useUiWords();
  const onDismiss = () => queue.dismiss(toast.id);
  useEffect(() => {
    if (toast.lifetime === null || isHeld) return undefined;
    const timer = setTimeout(() => queue.dismiss(toast.id), toast.lifetime);
    return () => clearTimeout(timer);
  }, [toast.id, toast.lifetime, isHeld, queue]);
  const quiet = 'rounded-md px-2 py-1 text-sm font-medium data-hovered:bg-paper/15';
  return (
    <div
      className={cx(
        'pointer-events-auto flex max-w-[min(36rem,92vw)] animate-[rise_160ms_var(--ease-out)] items-center gap-2 rounded-lg py-1.5 ps-4 pe-1.5 text-base shadow-pop',
        toast.tone === 'bad' ? 'bg-bad-fill text-on-bad' : 'bg-ink text-paper',
      )}
    >
      <span className="min-w-0 flex-1 py-1">{toast.text}</span>
      {toast.action ? (
        <AriaButton
          className={cx(quiet, 'underline underline-offset-3 outline-offset-1 focus-visible:outline-current')}
          onPress={() => {
            toast.action?.run();
            onDismiss();
          }}
        >
          {toast.action.label}
        </AriaButton>
      ) : null}
      <AriaButton
        aria-label={words.dismiss}
        onPress={onDismiss}
        className={cx(quiet, 'flex size-8 items-center justify-center p-0 focus-visible:outline-current')}
      >
        <X aria-hidden="true" className="size-4" />
      </AriaButton>
    </div>
  );
}
