import { defineConfig } from '@playwright/test';

/** The system's Chromium; scripts/e2e.mjs finds or installs one. */
const browser = process.env['SOMA_BROWSER'];

export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Each test starts its own app, key worker and practice network: two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      // No screen is looked at but by screenshots: drawing without a graphics card costs half of a test.
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
