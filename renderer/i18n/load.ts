import { flattenMessages } from '../../shared/i18n/flatten.ts';
import type { Language } from '../../shared/i18n/locales.ts';

export type Bundle = Readonly<Record<string, Readonly<Record<string, string>>>>;

const loaders: Readonly<
  Record<Language, () => Promise<{ readonly files: Readonly<Record<string, object>> }>>
> = {
  en: () => import('./catalogues/en.ts'),
  fa: () => import('./catalogues/fa.ts'),
  zh: () => import('./catalogues/zh.ts'),
  th: () => import('./catalogues/th.ts'),
};

/** All namespaces of one language, by file name. Only the language in use is fetched. */
export const loadBundle = async (language: Language): Promise<Bundle> => {
  const { files } = await loaders[language]();
  return Object.fromEntries(
    Object.entries(files).map(([path, tree]) => [path.replace(/^.*\/|\.json$/g, ''), flattenMessages(tree)]),
  );
};
