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
    rolldownOptions: {
      output: {
        // What the first picture takes, in three files instead of sixty: they press better, and are
        // asked for at once. React's own changes with its version only.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//u, priority: 3 },
            { name: 'start', test: /src\/main\.tsx$/u, priority: 2 },
            { name: 'page', test: /src\/views\/mount\.tsx$/u, priority: 1 },
          ],
        },
      },
    },
  },
});
