import { createContext, type ReactNode, useContext } from 'react';

/**
 * The few words primitives need by themselves (the × of a dialog, the arrow of a combo box). This room holds no text for
 * users, so the app hands them in once, in the user's language; a component test can do without.
 */
export interface UiWords {
  readonly close: string;
  readonly clear: string;
  readonly showOptions: string;
  readonly noMatches: string;
  readonly openCalendar: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly dismiss: string;
  readonly selectAll: string;
  readonly notifications: string;
  readonly resize: string;
}

const names: UiWords = {
  close: 'close',
  clear: 'clear',
  showOptions: 'showOptions',
  noMatches: 'noMatches',
  openCalendar: 'openCalendar',
  previousMonth: 'previousMonth',
  nextMonth: 'nextMonth',
  dismiss: 'dismiss',
  selectAll: 'selectAll',
  notifications: 'notifications',
  resize: 'resize',
};

const UiWordsContext = createContext<UiWords>(names);

export const UiWordsProvider = ({
  words,
  children,
}: {
  readonly words: UiWords;
  readonly children: ReactNode;
}) => <UiWordsContext value={words}>{children}</UiWordsContext>;

export const useUiWords = (): UiWords => useContext(UiWordsContext);
