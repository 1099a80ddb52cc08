import type { KeyboardEvent } from 'react';

type KeyLike = Pick<
  KeyboardEvent['nativeEvent'],
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.platform);

/** The Latin letter or digit of a key, also on a Persian, Thai or Chinese layout, where `key` is another letter. */
function latinKey(event: KeyLike): string {
  const code = /^(?:Key([A-Z])|Digit(\d))$/u.exec(event.code);
  const byCode = code?.[1]?.toLowerCase() ?? code?.[2];
  const key = event.key.toLowerCase();
  // A Latin layout that moves its letters (AZERTY, Dvorak) says what it means; shifted digits only say so in the code.
  if (/^[a-z]$/u.test(key)) return key;
  return byCode ?? key;
}

/** Tells whether a key event is the combination: `mod+shift+7`, `alt+arrowup`. `mod` is Ctrl, on Apple machines Command. */
export function isKey(event: KeyLike, combination: string, apple: boolean = isApple()): boolean {
  const parts = combination.toLowerCase().split('+');
  const wants = (name: string): boolean => parts.includes(name);
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  if (mod !== wants('mod') || other || event.shiftKey !== wants('shift') || event.altKey !== wants('alt'))
    return false;
  return latinKey(event) === parts.at(-1);
}
