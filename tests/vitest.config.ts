import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Everything but the end-to-end stories, which Playwright runs. The corpora have a run of their own
// (`npm run test:corpora`): they need a folder that not everybody has.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', ...(process.env.HEIRLOOM_WITH_CORPORA === '1' ? [] : ['tests/corpora/**'])],
    // Patient, because machines are shared and slow; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: 'forks',
    globalSetup: ['tests/support/built-threads.ts'],
    env: { HEIRLOOM_THREADS: fileURLToPath(new URL('../out/electron', import.meta.url)) },
  },
});
