import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// A page with nothing but the editor on it, for the browser tests of the editor and for looking at it.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  resolve: {
    // As in the app: see renderer/vite.config.ts.
    alias: {
      'decode-named-character-reference': fileURLToPath(
        new URL('../../../node_modules/decode-named-character-reference/index.js', import.meta.url),
      ),
    },
  },
  plugins: [react(), tailwindcss({ optimize: false })],
  build: {
    outDir: fileURLToPath(new URL('../../../out/editor-page', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] } },
});
