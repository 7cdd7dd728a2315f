/** Prints the page as a first visit sees it: a list of stills. */
import { createServer } from 'vite';
import type { Plugin } from 'vite';

import { LANGUAGES } from '../../../src/base/language.ts';
import type { Language } from '../../../src/base/language.ts';

/** A page that was drawn for screens from `from` CSS px of height on, up to the next one's. */
export interface Still {
  readonly language: Language;
  readonly from: number;
  readonly html: string;
}

/** Height that is drawn, and from which height on that is shown: each arranges the machine in another way. */
const HEIGHTS = [
  { height: 760, from: 560 },
  { height: 900, from: 805 },
  { height: 1080, from: 918 },
];

const NOTHING = '\0nothing';

/** Drawing needs no styles. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('.css') ? NOTHING : null),
  load: (id) => (id === NOTHING ? '' : null),
};

const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  plugins: [withoutStyles],
});
const { drawPage } = (await server.ssrLoadModule('/scripts/build/still/page.tsx')) as {
  drawPage: (language: Language, height: number) => Promise<string>;
};
const stills: Still[] = [];
for (const language of LANGUAGES) {
  for (const { height, from } of HEIGHTS) {
    stills.push({ language, from, html: await drawPage(language, height) });
  }
}
await server.close();
process.stdout.write(JSON.stringify(stills));
