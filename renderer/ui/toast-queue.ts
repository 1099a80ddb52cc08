/** Short news that leaves by itself: what happened, and for a few seconds a way to undo it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'good' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Technical detail, offered to copy. */
  readonly detail?: string | undefined;
  /** Milliseconds until it goes; null keeps it until dismissed. */
  readonly lifetime: number | null;
}

export interface NewToast {
  readonly text: string;
  readonly tone?: Toast['tone'];
  readonly action?: Toast['action'];
  readonly detail?: string;
  readonly lifetime?: number | null;
}

export interface ToastQueue {
  readonly subscribe: (listener: () => void) => () => void;
  readonly list: () => readonly Toast[];
  readonly show: (toast: NewToast) => number;
  readonly dismiss: (id: number) => void;
  readonly clear: () => void;
}

const MAX_SHOWN = 3;
const LIFETIME_MS = 6_000;
// An undo needs time to be noticed, reached and pressed by someone who uses a screen reader or a switch.
const ACTION_LIFETIME_MS = 12_000;

export const createToastQueue = (): ToastQueue => {
  let toasts: readonly Toast[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly Toast[]): void => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: () => toasts,
    show: (toast) => {
      lastId += 1;
      const id = lastId;
      const lifetime =
        toast.lifetime !== undefined
          ? toast.lifetime
          : toast.tone === 'bad'
            ? null
            : toast.action
              ? ACTION_LIFETIME_MS
              : LIFETIME_MS;
      const next: Toast = {
        id,
        text: toast.text,
        tone: toast.tone ?? 'neutral',
        action: toast.action,
        detail: toast.detail,
        lifetime,
      };
      set([...toasts, next].slice(-MAX_SHOWN));
      return id;
    },
    dismiss: (id) => {
      if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
    },
    clear: () => set([]),
  };
};

/** The one queue of the window; anything may say something through it. */
export const toasts: ToastQueue = createToastQueue();
