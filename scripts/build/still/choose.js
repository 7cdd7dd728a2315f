// Runs before the page's own code: shows a first visit the picture that was drawn when the page was built,
// on screens like those that it was drawn for, until the page itself has as much to show.

/** @typedef {{ language: string, from: number, file: string }} Still */

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  // The lowest screens first.
  const stills = /** @type {Still[]} */ (JSON.parse(script.dataset['stills'] ?? '[]'));
  const page = document.documentElement;
  const still = chosen();
  if (still === undefined) return;
  page.lang = still.language;
  page.dataset['theme'] = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  fetch(new URL(still.file, script.src), { priority: 'high' })
    .then((answer) => (answer.ok ? answer.text() : ''))
    .then(show, () => {});

  function chosen() {
    if (location.search !== '' || location.hash !== '' || innerWidth < 1280) return undefined;
    if (!isFirstVisit()) return undefined;
    const fitting = stills.filter(({ from }) => from <= innerHeight);
    const spoken = navigator.languages.map((name) => name.toLowerCase().split('-')[0]);
    const language = [...spoken, 'en'].find((name) => stills.some((one) => one.language === name));
    return fitting.findLast((one) => one.language === language);
  }

  /** Whoever was here has settings or work, with which the page begins. */
  function isFirstVisit() {
    try {
      return !Object.keys(localStorage).some((key) => key.startsWith('watchmen.'));
    } catch {
      return false;
    }
  }

  /** @param {string} html */
  function show(html) {
    // The page itself was quicker, or there is nothing to show.
    if (html === '' || document.querySelector('#root > .frame') !== null) return;
    if (page.dataset['still'] === 'over') return;
    const shown = document.createElement('div');
    shown.className = 'still';
    shown.inert = true;
    shown.innerHTML = html;
    // The page's policy takes no styles from the text of a page.
    for (const element of shown.querySelectorAll('[data-style]')) {
      if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue;
      element.style.cssText = element.dataset['style'] ?? '';
      delete element.dataset['style'];
    }
    if (innerWidth !== 1440) shown.dataset['resized'] = '';
    document.body.prepend(shown);
  }
})();
