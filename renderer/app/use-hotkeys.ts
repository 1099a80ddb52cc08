import { useEffect, useRef } from 'react';

/** A key press as `mod+shift+n`; `mod` is Ctrl or Command. Letters by their Latin key, so that Persian and Thai layouts work. */
export const comboOf = (
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string => {
  const letter = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  const key =
    letter && (event.ctrlKey || event.metaKey || event.altKey) ? (letter[1] ?? letter[2] ?? '') : event.key;
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ['mod'] : []),
    ...(event.altKey ? ['alt'] : []),
    // `?` already says that Shift is down
    ...(event.shiftKey && (key.length > 1 || event.ctrlKey || event.metaKey || event.altKey)
      ? ['shift']
      : []),
    key.toLowerCase(),
  ];
  return parts.join('+');
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work anywhere in the window. Plain keys (`?`) rest while somebody types; combinations with `mod` do not. */
export const useHotkeys = (keys: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const combo = comboOf(event);
      const run = latest.current[combo];
      if (!run || (!combo.includes('mod') && isTyping(event.target))) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
