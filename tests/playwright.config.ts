import { defineConfig } from '@playwright/test';
import type { ShellOptions } from './support/shell-test.ts';

// The same stories in both shells. Browsers are started by tests/support/launch.ts, which knows where they are.
export default defineConfig<ShellOptions>({
  testDir: './e2e',
  outputDir: '../out/test-results',
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // Two cores: two apps, each with its store, is what they carry.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json', { outputFile: '../out/reports/e2e.json' }]],
  projects: [
    // A story that only one shell can tell says so by its tag.
    { name: 'browser', use: { shell: 'browser' }, grepInvert: /@electron/ },
    // What is the same page in both shells by construction (looks, the exported reader) is looked at once.
    {
      name: 'electron',
      use: { shell: 'electron' },
      grepInvert: /@browser/,
      testIgnore: ['**/reader.spec.ts', '**/looks.spec.ts', '**/frame.spec.ts'],
    },
  ],
});
