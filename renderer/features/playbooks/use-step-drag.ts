import { type PointerEvent, type RefObject, useState } from 'react';
import type { StepPlace } from '../../../shared/domain/playbook.ts';

export interface StepDrag {
  readonly from: StepPlace;
  /** Before which step it would land: `step` may be one past the last of its section. */
  readonly to: StepPlace;
}

export interface StepDragHandlers {
  readonly drag: StepDrag | null;
  readonly start: (event: PointerEvent<HTMLElement>, from: StepPlace) => void;
  readonly move: (event: PointerEvent) => void;
  readonly end: () => void;
  readonly cancel: () => void;
}

/** Where a pointer at height `y` would put a step, from the boxes of sections and steps as they are drawn. */
const placeAt = (list: HTMLElement, y: number): StepPlace | null => {
  const sections = [...list.querySelectorAll<HTMLElement>('[data-section]')];
  const section = sections.findIndex((one) => y < one.getBoundingClientRect().bottom);
  const at = section < 0 ? sections.length - 1 : section;
  const box = sections[at];
  if (!box) return null;
  const steps = [...box.querySelectorAll<HTMLElement>('[data-step]')];
  const step = steps.findIndex((one) => {
    const rect = one.getBoundingClientRect();
    return y < rect.top + rect.height / 2;
  });
  return { section: at, step: step < 0 ? steps.length : step };
};

/**
 * Dragging a step by its grip, within its section or to another, by mouse, pen or finger. The keyboard twin (arrow
 * keys on the same grip) is the step's own.
 */
export const useStepDrag = (
  list: RefObject<HTMLElement | null>,
  drop: (from: StepPlace, to: StepPlace) => void,
): StepDragHandlers => {
  const [drag, setDrag] = useState<StepDrag | null>(null);
  return {
    drag,
    start: (event, from) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from, to: from });
    },
    move: (event) => {
      if (!drag || !list.current) return;
      const to = placeAt(list.current, event.clientY);
      if (to && (to.section !== drag.to.section || to.step !== drag.to.step))
        setDrag({ from: drag.from, to });
    },
    end: () => {
      if (drag) {
        const { from, to } = drag;
        // Taking the step out first shifts what stood below it in the same section.
        const step = to.section === from.section && to.step > from.step ? to.step - 1 : to.step;
        if (to.section !== from.section || step !== from.step) drop(from, { section: to.section, step });
      }
      setDrag(null);
    },
    cancel: () => setDrag(null),
  };
};
