import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// Two pages with the same note on them: in our editor, and in a bare Slate editor. Built as the app is.
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), tailwindcss({ optimize: false })],
  build: {
    outDir: here('../../../../out/bench-editor'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: { ours: here('ours.html'), bare: here('bare.html') } },
  },
});
