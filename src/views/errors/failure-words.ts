import { t } from '../../base/language.ts';

/** How browsers say that code or styles did not come. */
const NOT_LOADED = /dynamically imported|importing a module|preload css|failed to fetch/iu;

/** Has code of the page not come, rather than failed? */
export function isNotLoaded(error: unknown): boolean {
  return NOT_LOADED.test(String(error));
}

/** Says of the part `name` of the page why it is not there. */
export function failureWords(name: string, error: unknown): string {
  return isNotLoaded(error)
    ? t('{name} could not be loaded. Check the connection; the other parts still work.', { name })
    : t('{name} cannot be drawn. This is a fault of the page; the other parts still work.', {
        name,
      });
}
