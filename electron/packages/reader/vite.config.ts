import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../../out/reader', import.meta.url));

/** The page and its style are taken as they are: no names with hashes, nothing inlined, so that the policy stays short. */
function plainFiles(): Plugin {
  return {
    name: 'plain-files',
    writeBundle(options) {
      const folder = options.dir ?? out;
      mkdirSync(`${folder}/reader`, { recursive: true });
      copyFileSync(`${here}/index.html`, `${folder}/index.html`);
      copyFileSync(`${here}/reader.css`, `${folder}/reader/reader.css`);
    },
  };
}

// One classic script: a page opened from a folder may not load modules.
export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [plainFiles()],
  // See no-checks.ts.
  resolve: { alias: { zod: `${here}/no-checks.ts` } },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16'],
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: {
      input: `${here}/main.ts`,
      output: { format: 'iife', entryFileNames: 'reader/reader.js', codeSplitting: false },
    },
  },
});
