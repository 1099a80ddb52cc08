import { cx } from './cx.ts';

const isApple = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** `mod+shift+n` in the keys of this machine: `⌘ ⇧ N` on Apple, `Ctrl Shift N` elsewhere. */
export const keyNames = (keys: string, apple: boolean = isApple()): readonly string[] =>
  keys.split('+').map((key) => {
    switch (key.toLowerCase()) {
      case 'mod':
        return apple ? '⌘' : 'Ctrl';
      case 'shift':
        return apple ? '⇧' : 'Shift';
      case 'alt':
        return apple ? '⌥' : 'Alt';
      case 'enter':
        return '↵';
      case 'up':
        return '↑';
      case 'down':
        return '↓';
      case 'escape':
        return 'Esc';
      default:
        return key.length === 1 ? key.toUpperCase() : key;
    }
  });

export interface KbdProps {
  /** Keys joined by `+`; `mod` is Ctrl, or Command on Apple machines. */
  readonly keys: string;
  readonly onDark?: boolean;
}

/** A shortcut, always left to right: key names do not turn around in Persian. */
export function Kbd({ keys, onDark }: KbdProps) {
  return (
    <kbd dir="ltr" className="inline-flex gap-0.5 font-sans text-2xs">
      {keyNames(keys).map((name) => (
        <span
          key={name}
          className={cx(
            'min-w-4 rounded-sm px-1 py-px text-center',
            onDark ? 'bg-paper/15 text-paper' : 'border border-line bg-sunken text-ink-soft',
          )}
        >
          {name}
        </span>
      ))}
    </kbd>
  );
}
