import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { contentSecurity } from './scripts/build/content-security.ts';
import { firstPicture } from './scripts/build/first-picture.ts';
import { offline } from './scripts/build/offline.ts';
import { inlineWorkloads, singleFile } from './scripts/build/single-file.ts';
import { still } from './scripts/build/still.ts';

const BEHIND_THE_PICTURE =
  /src\/(?:scenario\/presets|store\/looking|views\/(?:chart\/OverheadPanel|faults\/(?:FaultMenuList|RunEnd)|machine\/(?:Alarm|CacheLine)|notes\/NoteCaption|scenario\/(?:GeneratorFields|PlacementCores)|shell\/MoreBelow|timeline\/Timeline|why\/WhyPanel))\.tsx?$/u;

/*
 * What the first picture takes, in three files instead of sixty: they press better, and are asked for
 * at once. React's own changes with its version only.
 */
const START = {
  groups: [
    { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//u, priority: 3 },
    { name: 'start', test: /src\/main\.tsx$/u, priority: 2 },
    { name: 'page', test: /src\/views\/(?:mount|tour\/WelcomeLine)\.tsx$/u, priority: 1 },
    // What every visit fetches behind the first picture, in one file instead of forty.
    { name: 'lab', test: BEHIND_THE_PICTURE, priority: 0 },
  ],
};

const WORKER = { name: 'worker', test: /src\/worker\/worker\.ts$/u };

/** Files beside each other on a server; or, with `--mode single`, one file that opens from a disk. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    // Relative addresses let the built page live under any path.
    base: './',
    publicDir: single ? false : 'public',
    plugins: [
      react(),
      // In the page it stands behind the policy, which is put before all.
      ...(single ? [] : [still()]),
      contentSecurity({ single }),
      offline({ disable: single }),
      ...(single ? singleFile() : [firstPicture()]),
    ],
    // From a disk, browsers start classic workers only.
    worker: single
      ? {
          format: 'iife',
          plugins: () => [inlineWorkloads()],
          rolldownOptions: { output: { codeSplitting: false } },
        }
      : {
          format: 'es',
          // What it begins with is one file: a second one would be asked for after the first.
          rolldownOptions: { output: { codeSplitting: { groups: [WORKER] } } },
        },
    server: { port: 5173, strictPort: true },
    build: {
      outDir: single ? 'dist-single' : 'dist',
      target: 'baseline-widely-available',
      // A strict content security policy allows neither inline scripts nor data: assets.
      assetsInlineLimit: single ? () => true : 0,
      modulePreload: { polyfill: false },
      ...(single ? {} : { rolldownOptions: { output: { codeSplitting: START } } }),
    },
  };
});
