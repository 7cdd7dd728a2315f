// Runs in the page before its own code: notes what a person sees of its start, and of steps of a lesson.
// Times are milliseconds on the page's clock, 0 = not yet.

/** @typedef {{ start: number, value: number }} Noted */

/** @type {Noted[]} */
const longTasks = [];
/** @type {Noted[]} */
const shifts = [];
/** @type {number[]} */
const steps = [];
const notes = {
  firstPaint: 0,
  largestPaint: 0,
  picture: 0,
  shown: 0,
  live: 0,
  idle: 0,
  longTasks,
  shifts,
  steps,
};
window.benchNotes = notes;

/**
 * What browsers say of themselves; each kind of entry has some of the fields.
 * @typedef {{ name: string, startTime: number, duration: number, value: number, hadRecentInput: boolean }} Entry
 */

/** @type {Record<string, (entry: Entry) => void>} */
const OBSERVED = {
  paint({ name, startTime }) {
    if (name === 'first-contentful-paint') notes.firstPaint = startTime;
  },
  'largest-contentful-paint'({ startTime }) {
    notes.largestPaint = startTime;
  },
  longtask({ startTime, duration }) {
    longTasks.push({ start: startTime, value: duration });
  },
  'layout-shift'({ startTime, value, hadRecentInput }) {
    if (!hadRecentInput) shifts.push({ start: startTime, value });
  },
};

for (const [type, note] of Object.entries(OBSERVED)) {
  new PerformanceObserver((list) => {
    // @ts-expect-error: the type of an entry depends on its kind.
    for (const entry of list.getEntries()) note(entry);
  }).observe({ type, buffered: true });
}

// The machine with its cores, or the heading of the page it is compared with. A first visit sees a still of
// the machine before the page has drawn its own.
const PICTURE = 'section[aria-label="Machine"] [aria-label^="Core 0 "], #root > h1';
const LIVE = '#root section[aria-label="Machine"] [aria-label^="Core 0 "], #root > h1';

/**
 * Calls back when `selector` is there to be painted, and when it was.
 * @param {string} selector
 * @param {(painted: number, there: number) => void} note
 */
function whenPainted(selector, note) {
  const waiting = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    waiting.disconnect();
    const there = performance.now();
    // The first frame draws it, the second begins after that one was painted.
    requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now(), there)));
  });
  waiting.observe(document, { subtree: true, childList: true });
}

whenPainted(PICTURE, (painted) => {
  notes.picture = painted;
});
whenPainted(LIVE, (painted, there) => {
  notes.shown = there;
  notes.live = painted;
  // A page that does not say when it is idle has nothing to do after its picture.
  if (!('idle' in document.documentElement.dataset)) notes.idle = painted;
});

const countOf = () => document.querySelector('.lesson-count')?.textContent ?? '';
let clicked = 0;
let left = '';

document.addEventListener(
  'click',
  ({ timeStamp, isTrusted }) => {
    if (!isTrusted) return;
    clicked = timeStamp;
    left = countOf();
  },
  true,
);

// The page says that it is idle after a frame with its present state was painted.
new MutationObserver(() => {
  if (document.documentElement?.dataset['idle'] !== 'true') return;
  const now = performance.now();
  if (notes.idle === 0) notes.idle = now;
  if (clicked === 0 || countOf() === left) return;
  steps.push(now - clicked);
  clicked = 0;
}).observe(document, { subtree: true, attributeFilter: ['data-idle'] });

// How long the page has been idle, with its picture, and answered at once.
function quietFor() {
  if (notes.idle === 0 || notes.live === 0) return 0;
  const ends = longTasks.map(({ start, value }) => start + value);
  return performance.now() - Math.max(notes.idle, notes.live, ...ends);
}

const lessonIsOpen = () =>
  document.documentElement.dataset['idle'] === 'true' && countOf().startsWith('1/');

/**
 * The page's policy forbids the ways in which a driver waits for a condition, so the page says itself.
 * @param {() => boolean} holds
 * @returns {Promise<void>}
 */
function when(holds) {
  return new Promise((resolve) => {
    const look = () => {
      if (holds()) resolve();
      else setTimeout(look, 20);
    };
    look();
  });
}

window.bench = {
  /** @param {number} time */
  whenQuiet: (time) => when(() => quietFor() > time),
  whenLessonIsOpen: () => when(lessonIsOpen),
  /** @param {number} count */
  whenSteps: (count) => when(() => steps.length >= count),
};
