import type { ReactNode } from 'react';
import type { FullKey } from '../../shared/i18n/keys.ts';

export interface CommandTools {
  /** Goes to a path of the router. */
  readonly go: (path: string) => void;
}

/** Something one can do from the palette. A feature exports its own as `commands`. */
export interface Command {
  readonly id: string;
  readonly label: FullKey;
  readonly icon?: ReactNode;
  /** Shown beside it, e.g. `mod+shift+n`. Listening to the keys is the frame's work for its own commands only. */
  readonly keys?: string;
  readonly run: (tools: CommandTools) => void;
}
