import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    exclude: ['dist/**', 'node_modules/**', 'test/browser/**'],
    // Properties over arbitrary Unicode and real processes take their time on a busy machine; none of them waits for a clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
