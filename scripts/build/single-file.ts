import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const WORKLOADS = 'public/workloads';
const GERMAN = 'src/locales/de';

/** `new Worker(new URL('worker.ts', import.meta.url), { type: 'module' })`, and the file's name. */
const WORKER =
  /new Worker\(\s*new URL\('([\w-]+\.ts)', import\.meta\.url\),\s*\{ type: 'module' \},?\s*\)/gu;
/** One face of a font, with the comment that names its alphabet. */
const FACE =
  /\/\* [\w-]+-(?:cyrillic|cyrillic-ext|greek|greek-ext|latin-ext|vietnamese)-[\w-]+ \*\/\s*@font-face \{[^}]*\}/gu;

/**
 * Puts the whole page into one HTML file that runs from a disk, where nothing can be fetched: scripts,
 * styles and fonts, the workers as text from which they are started, and the shipped workloads.
 */
export function singleFile(): Plugin[] {
  return [
    inlineWorkers(),
    inlineWorkloads(),
    packCatalogue(),
    latinFonts(),
    inlineIcon(),
    viteSingleFile() as Plugin,
  ];
}

function inlineWorkers(): Plugin {
  return {
    name: 'inline-workers',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/worker\/[\w-]+\.ts$/u.test(id) || !code.includes('new Worker(')) return null;
      const imports: string[] = [];
      const inlined = code.replaceAll(WORKER, (_, file: string) => {
        imports.push(`import InlineWorker${imports.length} from './${file}?worker&inline';`);
        return `new InlineWorker${imports.length - 1}()`;
      });
      if (imports.length === 0) throw new Error(`${id} starts a worker in a way that is not known`);
      return { code: `${imports.join('\n')}\n${inlined}`, map: null };
    },
  };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(`${WORKLOADS}/${file}`, 'utf8')) as unknown;
}

/** Gives the modules that hold what is shipped their contents; in a hosted page they are empty. */
export function inlineWorkloads(): Plugin {
  return {
    name: 'inline-workloads',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('/src/worker/shipped-list.ts')) {
        return `export const SHIPPED_LIST = ${JSON.stringify(read('index.json'))};`;
      }
      if (!id.endsWith('/src/worker/shipped-files.ts')) return null;
      const names = readdirSync(WORKLOADS).filter((file) => file.endsWith('.json'));
      const files = names.map((file) => [`workloads/${file}`, read(file)]);
      return packed('SHIPPED_FILES', Object.fromEntries(files));
    },
  };
}

/** A module whose one export is `value`, pressed to a quarter of its size. */
function packed(name: string, value: unknown): string {
  const text = gzipSync(JSON.stringify(value), { level: 9 }).toString('base64');
  return `import { gunzipSync, strFromU8 } from 'fflate';
    const bytes = Uint8Array.from(atob('${text}'), (letter) => letter.charCodeAt(0));
    export const ${name} = JSON.parse(strFromU8(gunzipSync(bytes)));`;
}

/** Presses the German messages, which only one of two readers needs. */
function packCatalogue(): Plugin {
  return {
    name: 'pack-catalogue',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/src/locales/german.ts')) return null;
      const catalogues = readdirSync(GERMAN).map(
        (file) => JSON.parse(readFileSync(`${GERMAN}/${file}`, 'utf8')) as object,
      );
      return packed('GERMAN', Object.assign({}, ...catalogues));
    },
  };
}

/** Leaves out the alphabets that no word of the page is in; where a name of one's own is, another face serves. */
function latinFonts(): Plugin {
  return {
    name: 'latin-fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('@fontsource') ? { code: code.replaceAll(FACE, ''), map: null } : null;
    },
  };
}

/** The icon of the tab, which nothing else inlines. */
function inlineIcon(): Plugin {
  return {
    name: 'inline-icon',
    transformIndexHtml(html) {
      const icon = readFileSync('public/icon.svg').toString('base64');
      return html.replace(/href="[^"]*icon\.svg"/u, `href="data:image/svg+xml;base64,${icon}"`);
    },
  };
}
