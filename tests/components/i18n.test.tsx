// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createI18n, LanguageProvider, loadBundle, useFormat, useT } from '../../renderer/i18n/index.ts';
import type { Language } from '../../shared/i18n/locales.ts';

afterEach(cleanup);

function Words() {
  const t = useT('common');
  const format = useFormat();
  return (
    <p>
      {t('save')} | {t('results', { count: 1 })} | {t('results', { count: 1200 })} |{' '}
      {t('byAuthor', { name: 'بهروز' })} | {t('frame:nav.home')} | {format.day('2026-11-21')}
    </p>
  );
}

const page = async (language: Language) => {
  const i18n = createI18n('en', await loadBundle('en'));
  const view = (next: Language) => (
    <LanguageProvider i18n={i18n} language={next} calendar={null}>
      <Words />
    </LanguageProvider>
  );
  const result = render(view(language));
  return { turnTo: (next: Language) => result.rerender(view(next)) };
};

describe('the language of the page', () => {
  it('speaks English with plurals and isolated names', async () => {
    await page('en');
    expect(screen.getByText(/Save/).textContent).toBe(
      'Save | 1 result | 1,200 results | by \u2068بهروز\u2069 | Home | 21 November 2026',
    );
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('turns around for Persian, with its digits and calendar', async () => {
    const { turnTo } = await page('en');
    turnTo('fa');
    await waitFor(() => expect(document.documentElement.dir).toBe('rtl'));
    expect(document.documentElement.lang).toBe('fa');
    expect(screen.getByText(/ذخیره/).textContent).toContain('۱٬۲۰۰ نتیجه');
    expect(screen.getByText(/ذخیره/).textContent).toContain('۳۰ آبان ۱۴۰۵');
    turnTo('zh');
    await waitFor(() => expect(document.documentElement.dir).toBe('ltr'));
    expect(screen.getByText(/保存/).textContent).toContain('1,200 个结果');
  });

  it('has the words of the frame in every language, and not those of other places', async () => {
    for (const language of ['en', 'fa', 'zh', 'th'] as const) {
      const names = Object.keys(await loadBundle(language));
      expect(names).toEqual(
        expect.arrayContaining(['common', 'frame', 'errors', 'home', 'welcome', 'settings', 'widgets']),
      );
      expect(names).not.toContain('aria');
      expect(names).not.toContain('cli');
    }
  });
});
