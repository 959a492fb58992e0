// The editor in a real Chromium over the real built server. One worker: every test has a server and a database of its own.
import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/browser',
  workers: 1,
  // A machine that builds and serves for others at the same time can stall longer than a person would wait: once more, then it counts.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: false,
  timeout: 420_000,
  expect: { timeout: 40_000 },
  reporter: [['line']],
  use: {
    launchOptions: { ...(await findChromium()) },
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    acceptDownloads: true,
  },
});
