// Whether somebody is composing (Pinyin, Thai, Persian keyboards) anywhere in the window. A text that is replaced in the
// middle of a composition loses the letters being composed, so whoever would replace one asks here first.
let composing = false;
const begin = (): void => {
  composing = true;
};
const end = (): void => {
  composing = false;
};

/** Begins to listen; answers how to stop. */
export function watchComposing(): () => void {
  window.addEventListener('compositionstart', begin, true);
  window.addEventListener('compositionend', end, true);
  return () => {
    window.removeEventListener('compositionstart', begin, true);
    window.removeEventListener('compositionend', end, true);
  };
}

export const isComposing = (): boolean => composing;
