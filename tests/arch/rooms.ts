// The one table of rooms: what each folder may import. The rules of dependency-cruiser and the check for stray folders
// are both made from it, so the architecture cannot say one thing and the check another. See resources/docs/architecture.md.

export type Room = {
  /** Other rooms it may import. */
  readonly rooms: readonly string[];
  /** npm packages it may import (a name also allows its sub-paths). */
  readonly packages: readonly string[];
  /** May it import Node's own modules? */
  readonly node: boolean;
};

const SHARED = ['base', 'text', 'richtext', 'domain', 'search', 'package-format', 'i18n'].map(
  (name) => `shared/${name}`,
);
const STORED = ['shared/base', 'shared/text', 'shared/richtext', 'shared/domain', 'shared/search'];

const pure = (rooms: readonly string[], packages: readonly string[] = ['zod']): Room => ({
  rooms,
  packages,
  node: false,
});
const outside = (rooms: readonly string[], packages: readonly string[] = []): Room => ({
  rooms,
  packages,
  node: true,
});
const page = (rooms: readonly string[], packages: readonly string[] = []): Room => ({
  rooms,
  packages: ['react', 'react-dom', ...packages],
  node: false,
});

const PAGE_BASE = [
  'shared/base',
  'shared/richtext',
  'shared/domain',
  'shared/contract',
  'shared/search',
  'shared/text',
  'shared/i18n',
];
const UI_PACKAGES = [
  'react-aria-components',
  'react-aria',
  'lucide-react',
  '@tanstack/react-virtual',
  '@internationalized/date',
];

export const ROOMS: Readonly<Record<string, Room>> = {
  'shared/base': pure([]),
  'shared/richtext': pure(
    ['shared/base'],
    [
      'zod',
      'hast',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'micromark-extension-gfm',
      'mdast-util-frontmatter',
      'micromark-extension-frontmatter',
    ],
  ),
  'shared/domain': pure(['shared/base', 'shared/richtext']),
  'shared/text': pure(['shared/base'], []),
  'shared/search': pure(['shared/base', 'shared/text', 'shared/richtext', 'shared/domain'], ['zod', 'lunr']),
  'shared/package-format': pure(['shared/base', 'shared/richtext', 'shared/domain']),
  'shared/contract': pure(
    ['shared/base', 'shared/richtext', 'shared/domain', 'shared/search', 'shared/package-format'],
    ['zod', '@orpc/contract'],
  ),
  'shared/i18n': pure(['shared/base'], []),

  'electron/data': outside(STORED, ['better-sqlite3', 'zod']),
  'electron/media': outside(['shared/base', 'shared/domain'], ['@napi-rs/image', 'yauzl', 'yazl']),
  'electron/threads': outside([]),
  'electron/importers': outside(
    ['electron/data', 'electron/media', 'electron/threads', ...SHARED],
    ['zod', 'yaml', 'mammoth', 'hast', 'hast-util-from-html', 'xast', 'xast-util-from-xml'],
  ),
  'electron/packages': outside(['electron/data', 'electron/media', ...SHARED], ['zod', 'yauzl', 'vite']),
  'electron/documents': outside(['electron/data', 'electron/media', 'electron/threads', ...SHARED], ['docx']),
  'electron/backup': outside(
    ['electron/data', 'electron/media', 'shared/base', 'shared/domain'],
    ['better-sqlite3'],
  ),
  'electron/core': outside(
    [
      'electron/data',
      'electron/media',
      'electron/threads',
      'electron/importers',
      'electron/packages',
      'electron/documents',
      'electron/backup',
      'shared/contract',
      ...SHARED,
    ],
    ['@orpc/server', '@orpc/contract', 'zod', 'uuidv7', 'better-sqlite3'],
  ),
  'electron/store-process': outside(['electron/core', 'shared/contract'], ['@orpc/server']),
  'electron/serving': outside(['electron/media', 'shared/base']),
  'electron/loopback': outside(['electron/core', 'electron/serving', 'shared/contract'], ['@orpc/server']),
  'electron/cli': outside(
    [
      'electron/core',
      'electron/loopback',
      'electron/serving',
      'electron/packaging',
      'shared/contract',
      'shared/domain',
      'shared/i18n',
    ],
    ['@orpc/server'],
  ),
  'electron/main': outside(['electron/serving', 'shared/contract', 'shared/i18n'], ['electron']),
  'electron/preload': outside(['shared/contract'], ['electron']),
  'electron/packaging': outside(
    [],
    ['electron', 'electron-builder', '@electron/fuses', 'vite', 'electron-winstaller'],
  ),

  'renderer/ui': page(['shared/base'], [...UI_PACKAGES, 'tailwindcss']),
  'renderer/i18n': page(
    ['shared/base', 'shared/i18n', 'renderer/ui'],
    ['i18next', 'react-i18next', 'react-aria-components', '@internationalized/date'],
  ),
  'renderer/client': page(
    [...PAGE_BASE, 'renderer/i18n', 'renderer/ui'],
    ['@orpc/client', '@orpc/contract', '@orpc/tanstack-query', '@tanstack/react-query', 'zod'],
  ),
  'renderer/editor': page(
    [...PAGE_BASE, 'renderer/ui', 'renderer/i18n', 'renderer/client'],
    ['slate', 'slate-react', 'slate-history', 'slate-dom', 'hast', ...UI_PACKAGES],
  ),
  'renderer/widgets': page(
    [...PAGE_BASE, 'renderer/ui', 'renderer/i18n', 'renderer/client', 'renderer/editor'],
    ['react-router', '@tanstack/react-query', '@orpc/client', ...UI_PACKAGES],
  ),
  'renderer/features': page(
    [...PAGE_BASE, 'renderer/ui', 'renderer/i18n', 'renderer/client', 'renderer/editor', 'renderer/widgets'],
    ['react-router', '@tanstack/react-query', '@orpc/client', ...UI_PACKAGES],
  ),
  'renderer/app': page(
    [
      ...PAGE_BASE,
      'renderer/ui',
      'renderer/i18n',
      'renderer/client',
      'renderer/editor',
      'renderer/widgets',
      'renderer/features',
    ],
    [
      'react-router',
      '@tanstack/react-query',
      '@orpc/client',
      'zod',
      'i18next',
      'react-i18next',
      ...UI_PACKAGES,
    ],
  ),
};

/** Folders directly under these are rooms; anything else there is a stray. */
export const HOUSES = ['shared', 'electron', 'renderer'] as const;

/** Names that say nothing about the job of a folder. */
export const REFUSED_FOLDER_NAMES = ['utils', 'util', 'helpers', 'common', 'lib', 'misc'] as const;
