import { type RefObject, useEffect, useLayoutEffect } from 'react';

/**
 * One stop for Tab, arrows inside (the toolbar pattern of the ARIA Authoring Practices). Arrows follow the reading
 * direction of the page.
 */
export function useRovingToolbar(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const buttons = buttonsOf(bar.current);
    const current = buttons.find((button) => button.dataset.roving === 'here') ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  });

  useEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const buttons = buttonsOf(element);
      const at = buttons.indexOf(event.target as HTMLElement);
      if (at === -1) return;
      const rtl = getComputedStyle(element).direction === 'rtl';
      const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
      const to =
        event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? buttons.length - 1
            : step === undefined
              ? undefined
              : at + step;
      if (to === undefined) return;
      event.preventDefault();
      moveTo(buttons, buttons[(to + buttons.length) % buttons.length]);
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [bar]);
}

function moveTo(buttons: readonly HTMLElement[], target: HTMLElement | undefined): void {
  for (const button of buttons) {
    if (button === target) button.dataset.roving = 'here';
    else delete button.dataset.roving;
    button.tabIndex = button === target ? 0 : -1;
  }
  target?.focus();
}

/** Those that are shown: a narrow bar leaves some out, and none of them may be the one stop for Tab. */
const buttonsOf = (element: HTMLElement | null): HTMLElement[] =>
  element
    ? [...element.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
        (button) => button.checkVisibility?.() ?? true,
      )
    : [];
