// Bundles for the desktop app's own processes: main and preload as CommonJS (a sandboxed preload can be nothing else), the store
// as a module. Everything is bundled but Electron, Node's own modules and the native SQLite.
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ENTRIES = {
  main: { input: 'electron/main/main.ts', file: 'main.cjs', format: 'cjs', target: 'node20' },
  preload: { input: 'electron/preload/preload.ts', file: 'preload.cjs', format: 'cjs', target: 'chrome130' },
  store: { input: 'electron/store-process/store.ts', file: 'store.js', format: 'es', target: 'node22' },
  // A thread of the store, found beside it under this name.
  worker: {
    input: 'electron/core/off-thread-worker.ts',
    file: 'off-thread-worker.js',
    format: 'es',
    target: 'node22',
  },
  // A thread of an import, likewise.
  documents: {
    input: 'electron/importers/documents/document-worker.ts',
    file: 'document-worker.js',
    format: 'es',
    target: 'node22',
  },
  // A thread of an export.
  writer: {
    input: 'electron/documents/write-worker.ts',
    file: 'write-worker.js',
    format: 'es',
    target: 'node22',
  },
} as const;

export default defineConfig(({ mode }) => {
  const entry = ENTRIES[mode as keyof typeof ENTRIES];
  if (!entry) throw new Error(`--mode must be one of ${Object.keys(ENTRIES).join(', ')}`);
  return {
    root,
    configFile: false,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: entry.target,
      outDir: 'out/electron',
      // Three builds share the folder.
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entry.input,
        external: [
          'electron',
          'better-sqlite3',
          '@napi-rs/image',
          ...builtinModules,
          ...builtinModules.map((name) => `node:${name}`),
        ],
        output: { format: entry.format, entryFileNames: entry.file, codeSplitting: false },
      },
    },
  };
});
