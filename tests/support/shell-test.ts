// One spec, two shells: specs import `test` from here, and the Playwright config runs them once per shell (project option
// `shell`). A spec opens the app with `open({ libraryDir })` and gets the same page either way; what it opened is closed after it.
import { test as base } from '@playwright/test';
import { type Launched, type LaunchOptions, launch, whyNot } from './launch.ts';

export interface ShellOptions {
  readonly shell: 'browser' | 'electron';
}

export interface ShellFixtures {
  /** Starts Heirloom in this project's shell. May be called more than once in a test. */
  readonly open: (options?: LaunchOptions) => Promise<Launched>;
}

export const test = base.extend<ShellFixtures & ShellOptions>({
  shell: ['browser', { option: true }],
  open: async ({ shell }, use, info) => {
    const reason = await whyNot(shell);
    info.skip(reason !== null, reason ?? '');
    const opened: Launched[] = [];
    await use(async (options) => {
      const launched = await launch(shell, options);
      opened.push(launched);
      return launched;
    });
    if (info.status !== info.expectedStatus) {
      for (const [index, launched] of opened.entries()) {
        const picture = await launched.page.screenshot({ timeout: 10_000 }).catch(() => null);
        if (picture) await info.attach(`${shell}-${index}`, { body: picture, contentType: 'image/png' });
      }
    }
    for (const launched of opened.reverse()) await launched.close();
  },
});

export { expect } from '@playwright/test';
