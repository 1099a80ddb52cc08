import { useEffect, useRef } from 'react';
import type { NativeCommand } from '../../shared/contract/native.ts';
import { native, saveBeforeClose } from '../client/index.ts';

/** Listens to the desktop shell for the life of the window; in a browser only to the tab being hidden. */
export const useNativeCommands = (onCommand: (command: NativeCommand) => void): void => {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void saveBeforeClose();
    };
    document.addEventListener('visibilitychange', onHidden);
    const stop = native?.onCommand((command) => {
      if (command.type === 'before-close') void saveBeforeClose().finally(() => native?.closeReady());
      else if (command.type === 'save-now') void saveBeforeClose();
      else latest.current(command);
    });
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      stop?.();
    };
  }, []);
};
