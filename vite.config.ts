import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses let the built page live under any path.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  server: { port: 5173, strictPort: true },
  build: {
    target: 'baseline-widely-available',
    // A strict content security policy allows neither inline scripts nor data: assets.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
