import { readdirSync, readFileSync } from 'node:fs';

import type { Messages } from '../base/language.ts';

/** Where the German messages lie: one file a room, or a folder of the room of views. */
export const CATALOGUES = 'src/locales/de';

/** Everything below `src/` that may speak to people; not tests, nor what serves them. Sorted. */
export function speakingModules(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$|^src\/testing\//u.test(path))
    .toSorted();
}

/** The catalogue of the messages of a module: `views-log` for `src/views/log/EventLog.tsx`. */
export function catalogueOf(path: string): string {
  const [, room = '', folder = '', ...rest] = path.split('/');
  if (folder === '') return 'page';
  return room === 'views' && rest.length > 0 ? `${room}-${folder}` : room;
}

/** The catalogues that there are, by name. */
export function readCatalogues(): ReadonlyMap<string, Messages> {
  const names = readdirSync(CATALOGUES).filter((file) => file.endsWith('.json'));
  return new Map(
    names.toSorted().map((file) => {
      const messages = JSON.parse(readFileSync(`${CATALOGUES}/${file}`, 'utf8')) as Messages;
      return [file.replace(/\.json$/u, ''), messages];
    }),
  );
}
