import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ariaLanguages } from './aria-languages.ts';

// The page is plain files: served from the root of app://heirloom/ and of http://127.0.0.1:port/ alike.
// Nothing is inlined (assetsInlineLimit 0, no inline script or style), because the content policy allows only files of our own.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: fileURLToPath(new URL('./app/public', import.meta.url)),
  resolve: {
    alias: {
      // Its version for browsers writes names of letters into innerHTML, which the content policy forbids.
      'decode-named-character-reference': fileURLToPath(
        new URL('../node_modules/decode-named-character-reference/index.js', import.meta.url),
      ),
    },
  },
  plugins: [ariaLanguages(), react(), tailwindcss({ optimize: false })],
  build: {
    outDir: fileURLToPath(new URL('../out/page', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome130', 'firefox128', 'safari18'],
    cssMinify: 'lightningcss',
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // Our rooms are entered through an index file. None of their modules acts by being imported, and saying so keeps the
        // editor out of the first screen although its widget stands in the same index as an icon.
        moduleSideEffects: (id) => !/\/(renderer|shared)\/.*\.tsx?$/.test(id) || id.endsWith('/app/main.tsx'),
      },
    },
  },
});
