import { useEffect, useRef } from 'react';
import type { NativeCommand } from '../../shared/contract/native.ts';
import { isSaving, native, saveBeforeClose, wouldLose } from '../client/index.ts';

/** Listens to the desktop shell for the life of the window; in a browser only to the tab being hidden. */
export const useNativeCommands = (onCommand: (command: NativeCommand) => void): void => {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void saveBeforeClose();
    };
    // The shell waits for the savers before it closes: those that are not through by then hold words that are nowhere else. A
    // tab of a browser does not wait, and asking whoever closes it within a second of typing would be asking too often.
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (wouldLose() || (native && isSaving())) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('beforeunload', onLeave);
    const stop = native?.onCommand((command) => {
      if (command.type === 'before-close' || command.type === 'save-now')
        void saveBeforeClose().finally(() => native?.closeReady());
      else latest.current(command);
    });
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('beforeunload', onLeave);
      stop?.();
    };
  }, []);
};
