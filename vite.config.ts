import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The bundle is served from app:// and from 127.0.0.1 alike, under a CSP without inline code, styles or eval.
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  plugins: [react(), tailwindcss()],
  resolve: {
    // for the identicon package alone; the real one would bring the word list and WebAssembly into the window
    alias: { '@polkadot/util-crypto': fileURLToPath(new URL('renderer/lib/icon-hash.ts', import.meta.url)) },
  },
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome123', // the oldest engine with light-dark(); every supported host is newer
    assetsInlineLimit: 0, // fonts as data: URLs would need a wider CSP
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
});
