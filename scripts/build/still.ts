import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

import type { Plugin } from 'vite';

import type { Still } from './still/render.ts';

const RENDER = 'scripts/build/still/render.ts';
const CHOOSE = 'scripts/build/still/choose.js';

interface Asset {
  readonly fileName: string;
  readonly source: string;
}

interface Drawn {
  readonly stills: readonly Asset[];
  /** What `choose.js` chooses from. */
  readonly list: string;
}

/**
 * Writes pictures of a first visit beside the page, drawn from the run of the first scenario while the
 * page is built: one is there before any of the page's own code has run. `choose.js` says who sees which,
 * and `views/shell/still.ts` takes it away.
 */
export function still(): Plugin {
  const choose = assetOf('still', 'js', readFileSync(CHOOSE, 'utf8'));
  let drawing: Promise<Drawn>;
  return {
    name: 'still',
    apply: 'build',
    buildStart() {
      drawing = draw();
      // Whoever waits for it learns of a failure; until then nobody has missed anything.
      drawing.catch(() => {});
    },
    async generateBundle() {
      const { stills } = await drawing;
      for (const asset of [...stills, choose]) this.emitFile({ type: 'asset', ...asset });
    },
    transformIndexHtml: {
      order: 'post',
      async handler() {
        const { list } = await drawing;
        const attrs = { src: `./${choose.fileName}`, 'data-stills': list };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}

/** In a process of its own, as the page's modules are to take it for a browser. */
async function draw(): Promise<Drawn> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', RENDER], {
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 2 ** 25,
  });
  const stills = (JSON.parse(stdout) as readonly Still[]).map(({ language, from, html }) => ({
    language,
    from,
    asset: assetOf(`still-${language}-${from}`, 'html', lean(html)),
  }));
  const list = stills.map(({ language, from, asset }) => {
    const file = asset.fileName.replace('assets/', '');
    return { language, from, file };
  });
  return { stills: stills.map(({ asset }) => asset), list: JSON.stringify(list) };
}

/** Without React's marks and scripts, which nobody goes on from; the policy of the page allows no styles in it. */
function lean(html: string): string {
  return html
    .replaceAll(/<!--.*?-->|<script>.*?<\/script>/gu, '')
    .replaceAll(' style="', ' data-style="');
}

function assetOf(name: string, extension: string, source: string): Asset {
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/${name}-${hash}.${extension}`, source };
}
