import type { TestProject } from 'vitest/node';
import { servePages } from '../serve-pages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served; beside it `crash` and `lessons`, see `lab-page` and `lesson-page`. */
    appUrl: string;
  }
}

/** Where the build of the end-to-end tests lies. */
export const BUILD_FOLDER = 'node_modules/.cache/e2e';

/** Builds the app once and serves it for all end-to-end tests. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  const served = await servePages({
    // Apart from dist, which `npm start` may be serving at the same time.
    outDir: BUILD_FOLDER,
    beside: { crash: 'test/crash/lab-page', lessons: 'test/engines/lesson-page' },
    isBuilt: false,
  });
  project.provide('appUrl', served.url);
  return () => served.close();
}
