import { defineConfig } from '@playwright/test';

// The same stories in both shells. Browsers are started by tests/support/launch.ts, which knows where they are.
export default defineConfig({
  testDir: './e2e',
  outputDir: '../out/test-results',
  timeout: 240_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  // Two cores: two apps, each with its store, is what they carry.
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json', { outputFile: '../out/reports/e2e.json' }]],
});
