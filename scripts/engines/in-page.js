// Goes to the page before each question of a visit, and finds what a person would by role and name.

/** @param {Element} element */
function nameOf(element) {
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return name.replace(/\s+/gu, ' ').trim();
}

/**
 * The first element that is shown, and has this name if one is given.
 * @param {string} selector
 * @param {string} [name]
 */
function find(selector, name) {
  return [...document.querySelectorAll(selector)].find(
    (element) =>
      element.getClientRects().length > 0 && (name === undefined || nameOf(element) === name),
  );
}

/**
 * Where to click, or nothing while it is not there, lies under something else, or may not be used.
 * @param {string} selector
 * @param {string} [name]
 */
function placeOf(selector, name) {
  const element = find(selector, name);
  if (element === undefined || element.matches(':disabled, [aria-disabled="true"]')) return null;
  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(at.x, at.y);
  return hit !== null && (element.contains(hit) || hit.contains(element)) ? at : null;
}

/** Everything that shows an instant, once the page has nothing left to do. */
function shown() {
  const { idle } = document.documentElement.dataset;
  if (idle !== 'true') return null;
  const digest = document.querySelector('[data-testid="digest"]');
  const step = [...document.querySelectorAll('.position .num')].find((line) =>
    /^step [\d\u202f]+$/u.test(line.textContent ?? ''),
  );
  return {
    digest: digest?.getAttribute('data-digest') ?? '',
    step: Number((step?.textContent ?? '').replaceAll(/\D/gu, '')),
    link: location.hash,
  };
}

/** @param {HTMLCanvasElement} canvas */
function areaOf({ width, height }) {
  return width * height;
}

/** How many different colours the largest picture has: what was never painted has one. */
function colours() {
  const all = [...document.querySelectorAll('canvas')];
  const canvas = all.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
}

Object.assign(window, { visit: { find, placeOf, shown, colours } });
