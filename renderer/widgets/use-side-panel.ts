import { useCallback, useEffect, useState } from 'react';

// Open or closed is remembered for the life of the window, for all pages alike: it is a way of working, not a
// property of one record.
let remembered: boolean | null = null;

/** Whether the side panel is open: at first where there is room for it, later as the user left it. */
export const useSidePanel = (): { readonly isOpen: boolean; readonly set: (open: boolean) => void } => {
  const [isOpen, setOpen] = useState(() => remembered ?? window.matchMedia('(min-width: 96rem)').matches);
  const set = useCallback((open: boolean): void => {
    remembered = open;
    setOpen(open);
  }, []);
  useEffect(() => {
    // The desktop menu says it this way, whichever page is open.
    const toggle = (): void =>
      setOpen((open) => {
        remembered = !open;
        return !open;
      });
    window.addEventListener('heirloom:toggle-side-panel', toggle);
    return () => window.removeEventListener('heirloom:toggle-side-panel', toggle);
  }, []);
  return { isOpen, set };
};
