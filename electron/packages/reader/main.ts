// The offline reader: shows a package in any browser, straight from the folder it was unpacked to. It may load nothing but
// the data scripts beside it (the page's policy sees to that), keeps nothing but the choice of language and light, and
// builds every element from text, so that nothing a record holds can ever act.
import { isFindable } from '../../../shared/search/search-document.ts';
import { type Library, listenForData, loadLibrary } from './data.ts';
import { el } from './dom.ts';
import { applyTheme, buildFrame, remember, remembered } from './frame.ts';
import { coverPage } from './pages/cover-page.ts';
import { listPage } from './pages/list-page.ts';
import { recordPage } from './pages/record-page.ts';
import { searchPage } from './search.ts';
import { chooseLanguage, currentLanguage, isReaderLanguage, setLanguage, t } from './words.ts';

function notFound(): HTMLElement {
  return el(
    'article',
    {},
    el('h1', {}, t('notFound')),
    el('p', {}, el('a', { href: '#/' }, t('backToCover'))),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function pageFor(library: Library, route: string): Promise<HTMLElement> {
  const [, first = '', second = '', third = ''] = route.replace(/^#/, '').split('/');
  if (first === '') return coverPage(library);
  if (first === 'search') return searchPage(library, decoded(second).slice(0, 200));
  if (first === 'list' && isFindable(second))
    return listPage(library, second, Number.parseInt(third, 10) || 1);
  const item = library.get(second);
  return item === undefined || item.kind !== first ? notFound() : recordPage(library, item);
}

let shown = 0;

async function show(library: Library, moved: boolean): Promise<void> {
  shown += 1;
  const turn = shown;
  const route = location.hash || '#/';
  const page = await pageFor(library, route);
  // A later key was typed while this one was looked up.
  if (turn !== shown) return;
  const main = document.querySelector<HTMLElement>('#page');
  if (main === null) return;
  main.replaceChildren(page);
  for (const link of document.querySelectorAll('.contents a')) {
    const href = link.getAttribute('href') ?? '';
    if (route === href || (href !== '#/' && route.startsWith(`${href}/`)))
      link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const title = page.querySelector('h1')?.textContent ?? '';
  document.title = [title, library.front.manifest.title].filter((part) => part !== '').join(' · ');
  const typing = document.activeElement?.id === 'search';
  if (typing) return;
  const box = document.querySelector<HTMLInputElement>('#search');
  if (box !== null) box.value = route.startsWith('#/search/') ? decoded(route.split('/')[2] ?? '') : '';
  if (!moved) return;
  window.scrollTo(0, 0);
  // Whoever listens instead of looking should hear the new page.
  main.focus({ preventScroll: true });
}

function drawAll(library: Library): void {
  document.documentElement.lang = currentLanguage();
  document.documentElement.dir = currentLanguage() === 'fa' ? 'rtl' : 'ltr';
  const frame = buildFrame(library, location.hash || '#/', (language) => {
    if (!isReaderLanguage(language)) return;
    remember('language', language);
    setLanguage(language);
    drawAll(library);
  });
  document.querySelector('#app')?.replaceChildren(frame);
  void show(library, false);
}

function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    const at = document.activeElement;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (at instanceof HTMLInputElement || at instanceof HTMLSelectElement) return;
    event.preventDefault();
    document.querySelector<HTMLInputElement>('#search')?.focus();
  });
}

async function start(): Promise<void> {
  const app = document.querySelector('#app');
  const stored = remembered('language');
  setLanguage(chooseLanguage(stored === null ? navigator.languages : [stored]));
  applyTheme(remembered('theme'));
  app?.replaceChildren(el('p', { class: 'waiting', role: 'status' }, t('loading')));
  try {
    const library = await loadLibrary();
    startKeys();
    window.addEventListener('hashchange', () => void show(library, true));
    drawAll(library);
  } catch {
    app?.replaceChildren(el('p', { class: 'waiting', role: 'alert' }, t('failed')));
  }
}

listenForData();
void start();
