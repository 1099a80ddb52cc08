import { type Library, PAGE_KINDS } from './data.ts';
import { el } from './dom.ts';
import { prepareSearch } from './search.ts';
import {
  currentLanguage,
  formatNumber,
  isReaderLanguage,
  LANGUAGE_NAMES,
  READER_LANGUAGES,
  type ReaderKey,
  t,
} from './words.ts';

// What stands around every page: title, search, contents, language and light.

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Where a browser refuses to remember anything for a file, the choice lasts as long as the page. */
export function remember(key: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`heirloom-reader-${key}`, value);
  } catch {
    // Private mode, or storage is off for files.
  }
}
export function remembered(key: 'language' | 'theme'): string | null {
  try {
    return localStorage.getItem(`heirloom-reader-${key}`);
  } catch {
    return null;
  }
}

export function applyTheme(theme: string | null): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function chooser(
  label: string,
  options: readonly { readonly value: string; readonly words: string }[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const select = el('select', { label });
  for (const option of options) {
    const node = el('option', {}, option.words);
    node.value = option.value;
    node.selected = option.value === value;
    select.append(node);
  }
  select.addEventListener('change', () => onChange(select.value));
  return select;
}

function searchBox(library: Library): HTMLElement {
  const input = el('input', { id: 'search', label: t('search') });
  input.type = 'search';
  input.placeholder = t('search');
  input.dir = 'auto';
  input.autocomplete = 'off';
  input.maxLength = 200;
  input.addEventListener('focus', () => void prepareSearch(library), { once: true });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const query = input.value.trim();
      // Replaced, not added: "back" should leave the search, not undo its letters.
      if (query !== '') location.replace(`#/search/${encodeURIComponent(query)}`);
    }, 150);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      input.value = '';
      input.blur();
    }
  });
  return el('div', { class: 'search', role: 'search' }, input);
}

function contents(library: Library, route: string): HTMLElement {
  const { manifest } = library.front;
  const line = (href: string, words: string, count: number | null): HTMLElement =>
    el(
      'li',
      {},
      el(
        'a',
        { href, current: route === href || route.startsWith(`${href}/`) },
        el('span', {}, words),
        count === null ? null : el('span', { class: 'count' }, formatNumber(count)),
      ),
    );
  return el(
    'nav',
    { class: 'contents', label: t('contents') },
    el(
      'ul',
      {},
      line('#/', t('cover'), null),
      ...PAGE_KINDS.filter((kind) => (manifest.counts[kind] ?? 0) > 0).map((kind) =>
        line(`#/list/${kind}`, t(`many.${kind}` as ReaderKey), manifest.counts[kind] ?? 0),
      ),
    ),
  );
}

/** Builds the frame around an empty `<main id="page">`. `onLanguage` is told when the words must change. */
export function buildFrame(
  library: Library,
  route: string,
  onLanguage: (language: string) => void,
): HTMLElement {
  const { manifest } = library.front;
  const print = el('button', { class: 'button' }, t('print'));
  print.type = 'button';
  print.addEventListener('click', () => window.print());
  const skip = el('a', { class: 'skip', href: '#page' }, t('skip'));
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('#page')?.focus();
  });
  const main = el('main', { id: 'page' });
  main.tabIndex = -1;
  return el(
    'div',
    { class: 'frame' },
    skip,
    el(
      'header',
      { class: 'top' },
      el('a', { class: 'name', href: '#/', dir: 'auto' }, manifest.title || 'Heirloom'),
      searchBox(library),
      chooser(
        t('language'),
        READER_LANGUAGES.map((value) => ({ value, words: LANGUAGE_NAMES[value] })),
        currentLanguage(),
        (value) => {
          if (isReaderLanguage(value)) onLanguage(value);
        },
      ),
      chooser(
        t('theme'),
        THEMES.map((value) => ({ value, words: t(`theme.${value}`) })),
        remembered('theme') ?? 'system',
        (value) => {
          remember('theme', value);
          applyTheme(value);
        },
      ),
      print,
    ),
    contents(library, route),
    main,
    el('footer', {}, t('footer')),
  );
}
