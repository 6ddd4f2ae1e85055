import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { classicScripts } from './src/sandbox/build/classic-scripts.ts';
import { sandboxFrame } from './src/sandbox/build/sandbox-frame.ts';
import { CHROMIUM_FLAGS, findChromium } from './test/find-chromium.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Every processor: left out, one stays idle, which on two is half.
          maxWorkers: availableParallelism(),
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/e2e/**', 'test/wall/**'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // Alone on the machine and one after the other, as a person would use the page.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          include: ['test/e2e/**/*.test.ts', 'test/wall/**/*.test.ts'],
          globalSetup: 'test/e2e/serve-build.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Whole browsers are driven, and one may stumble once: the report names what needed its second try.
          retry: 1,
          // A busy machine may take seconds for what a person sees at once.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        plugins: [classicScripts(), sandboxFrame()],
        // Named here, or the first run finds them one by one and reloads the page each time.
        optimizeDeps: {
          include: [
            'fast-check',
            'fflate',
            'fzstd',
            'hyparquet',
            'hyparquet/src/column.js',
            'hyparquet/src/datapage.js',
            'hyparquet/src/delta.js',
            'hyparquet-writer',
          ],
        },
        test: {
          name: 'browser',
          maxWorkers: 1,
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
