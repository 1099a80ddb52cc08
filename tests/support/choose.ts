import { expect, type Page } from '@playwright/test';

/** So many pictures of the screen one after the other, in which nothing moved, are standing still. */
const STILL_FRAMES = 15;

/**
 * Chooses a line of the open menu as a person does: once it stands still. On a busy machine a menu is still finding its
 * place when it can first be seen, and a press that begins on one line and ends on another chooses the other.
 */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  const line = page.getByRole('menuitem', { name });
  await expect(line).toBeVisible();
  await line.evaluate(
    (element, frames) =>
      new Promise<void>((resolve) => {
        let before = '';
        let still = 0;
        const look = (): void => {
          const { top, left } = element.getBoundingClientRect();
          const now = `${top} ${left}`;
          still = now === before ? still + 1 : 0;
          before = now;
          if (still >= frames) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    STILL_FRAMES,
  );
  await line.click();
}
