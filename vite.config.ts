import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { hosting } from './src/hosting/hosting-plugin.ts';
import { precache } from './src/pwa/build/precache-plugin.ts';
import { classicScripts } from './src/sandbox/build/classic-scripts.ts';
import { FRAME_POLICY, sandboxFrame } from './src/sandbox/build/sandbox-frame.ts';
import { labTypes } from './src/ui/build/lab-types-plugin.ts';
import { lessons } from './src/ui/build/lessons-plugin.ts';

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
    precache(),
  ],
  build: { target: 'es2023', assetsInlineLimit: 0, manifest: true, chunkSizeWarningLimit: 1000 },
  worker: { format: 'es' },
  preview: { port: Number(process.env.PORT ?? 4173), strictPort: true, host: 'localhost' },
});
