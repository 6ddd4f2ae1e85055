import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { precache } from './src/pwa/build/precache-plugin.ts';
import { classicScripts } from './src/sandbox/build/classic-scripts.ts';
import { sandboxFrame } from './src/sandbox/build/sandbox-frame.ts';
import { labTypes } from './src/ui/build/lab-types-plugin.ts';
import { lessons } from './src/ui/build/lessons-plugin.ts';

/** What the built page may load: its own files and nothing else. Scripts may compile WebAssembly, not text. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  // The notebook's kernel runs in a frame of its own, without an origin and under its own policy.
  "frame-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  // Relative addresses: the build may be served from any folder of any host.
  base: './',
  publicDir: 'src/pwa/static',
  plugins: [
    react(),
    labTypes(),
    lessons(),
    classicScripts(),
    sandboxFrame(),
    contentSecurityPolicy(),
    precache(),
  ],
  build: { target: 'es2023', assetsInlineLimit: 0, manifest: true, chunkSizeWarningLimit: 1000 },
  worker: { format: 'es' },
  preview: { port: Number(process.env.PORT ?? 4173), strictPort: true, host: 'localhost' },
});

/** Adds the policy to the built page only: the development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
