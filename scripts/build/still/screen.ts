/** The screen that a page is laid out for where there is none, CSS px. */
const screen = { width: 1440, height: 900 };

/** Lays out for a screen of this height from now on. */
export function setScreenHeight(height: number): void {
  screen.height = height;
}

/** Answers media queries about the width of that screen; of anything else they do not hold. */
function holds(query: string): boolean {
  const least = /min-width: (\d+)px/u.exec(query)?.[1];
  const most = /max-width: (\d+)px/u.exec(query)?.[1];
  if (least === undefined && most === undefined) return false;
  return screen.width >= Number(least ?? 0) && screen.width <= Number(most ?? Infinity);
}

const listens = { addEventListener: () => {}, removeEventListener: () => {} };

/*
 * What the page's modules ask of a browser while they are loaded and drawn once. Nothing that happens
 * after that, effects and events, takes place here.
 */
Object.assign(globalThis, {
  window: {
    ...listens,
    location: new URL('https://watchmen.invalid/'),
    matchMedia: (query: string) => ({ ...listens, matches: holds(query) }),
    get innerHeight() {
      return screen.height;
    },
  },
  document: { ...listens, hidden: false },
});
if (!('navigator' in globalThis)) {
  Object.assign(globalThis, { navigator: { userAgent: '', languages: ['en'] } });
}
