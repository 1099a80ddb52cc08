// The page. It runs in a sandboxed window or a browser tab, holds no data of its own and trusts nobody: everything it knows
// comes through the contract, everything it writes goes through it.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createI18n, loadBundle } from '../i18n/index.ts';
import { applyLook, languageOf, rememberedLook } from './look.ts';
import { Providers } from './providers.tsx';
import { createAppRouter } from './router.tsx';
import '../ui/styles/ui.css';

const start = async (): Promise<void> => {
  const look = rememberedLook(window.localStorage);
  applyLook(look);
  const language = languageOf(look);
  const i18n = createI18n(language, await loadBundle(language));
  const place = document.getElementById('app');
  if (!place) throw new Error('The page has no #app.');
  const chinese = import('../ui/styles/fonts-chinese.css');
  if (language === 'zh') await chinese;
  createRoot(place).render(
    <StrictMode>
      <Providers i18n={i18n}>
        <RouterProvider router={createAppRouter()} />
      </Providers>
    </StrictMode>,
  );
};

void start();
