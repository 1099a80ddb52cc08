import type { Browser, BrowserContext, Page } from '@playwright/test';

export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly troubles: string[] };

/** Opens a page of a package from its folder. `troubles` is whatever it complains of, and whatever it asks of the network. */
export async function visit(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) troubles.push(`request: ${request.url().slice(0, 200)}`);
  });
  page.on('popup', () => troubles.push('popup'));
  await page.goto(address);
  await page.waitForSelector('article');
  return { page, context, troubles };
}
