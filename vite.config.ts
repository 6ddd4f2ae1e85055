import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { hosting } from './src/hosting/hosting-plugin.ts';
import { precache } from './src/pwa/build/precache-plugin.ts';
import { classicScripts } from './src/sandbox/build/classic-scripts.ts';
import { FRAME_POLICY, sandboxFrame } from './src/sandbox/build/sandbox-frame.ts';
import { chunkNames, type Waits } from './src/ui/build/chunk-names.ts';
import { labTypes } from './src/ui/build/lab-types-plugin.ts';
import { lessons } from './src/ui/build/lessons-plugin.ts';
import { preloads } from './src/ui/build/preload-plugin.ts';

const WAITS: Waits = {
  first: [
    { name: 'start', modules: ['src/ui/main.ts'] },
    { name: 'app', modules: ['src/ui/start-app.tsx'] },
    { name: 'lesson', modules: ['src/ui/lessons/LessonsPage.tsx'] },
  ],
  next: [
    {
      name: 'live',
      modules: [
        'src/ui/lessons/live/LiveBlock.tsx',
        'src/ui/lessons/live/LessonTools.tsx',
        'src/ui/lessons/live/LessonNotices.tsx',
        'src/ui/lessons/live/StepEnd.tsx',
        'src/ui/lessons/bench/Bench.tsx',
      ],
    },
    { name: 'work', modules: ['src/lab/course/open-page-lesson.ts'] },
    { name: 'map', modules: ['src/ui/map/MapPage.tsx'] },
    { name: 'notebook', modules: ['src/ui/notebook/NotebookStation.tsx'] },
  ],
};

/** Chunks that come when a lesson can be read: naming their files in the page costs a phone more than it saves. */
const AFTER_VIEW = /\/(live|work|Notices)-/;

export default defineConfig({
  // Relative addresses: the build may be served from any folder of any host.
  base: './',
  // One page whose places lie in the hash: what is not there is a 404, as on any static host.
  appType: 'mpa',
  publicDir: 'src/pwa/static',
  plugins: [
    react(),
    labTypes(),
    lessons(),
    classicScripts(),
    sandboxFrame(),
    hosting({ framePolicy: FRAME_POLICY }),
    preloads({
      chunk: 'app',
      fonts: ['source-sans-3-latin-wght-normal.woff2', 'source-code-pro-latin-wght-normal.woff2'],
    }),
    precache(),
  ],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 1000,
    modulePreload: { resolveDependencies: (chunk, files) => (AFTER_VIEW.test(chunk) ? [] : [...files]) },
    rolldownOptions: {
      // Chunks may have more exports than the module they begin with.
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'waits', name: chunkNames(WAITS) }],
        },
      },
    },
  },
  worker: { format: 'es' },
  preview: { port: Number(process.env.PORT ?? 4173), strictPort: true, host: 'localhost' },
});
