// How the editor is built: from this folder into dist/client, and served beside a running server while it is worked on.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // Inlined files would be data: addresses, which the server's Content-Security-Policy refuses for all but pictures.
    assetsInlineLimit: 0,
    // What takes its time on a busy machine is nothing that whoever starts the program could change.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8787', changeOrigin: true } } },
});
