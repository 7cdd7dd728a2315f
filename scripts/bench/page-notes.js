// Runs in the page before its own code: notes long tasks and when pictures are on the screen.
const notes = { longestTask: 0, shown: 0, firstPicture: 0, changed: 0, picture: 0 };
window.benchNotes = notes;

let picturing = false;
/** @type {() => void} */
let pictured = () => {};

// The page's policy forbids the ways in which a driver waits for a condition, so the page says itself.
window.bench = {
  /**
   * Resolves when the run of the next choice is on the screen; before `timeout` milliseconds.
   * @param {number} timeout
   * @returns {Promise<void>}
   */
  nextPicture: (timeout) =>
    new Promise((resolve, reject) => {
      notes.changed = 0;
      notes.picture = 0;
      picturing = false;
      pictured = resolve;
      setTimeout(() => reject(new Error('the chosen run did not come')), timeout);
    }),
};

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    notes.longestTask = Math.max(notes.longestTask, duration);
  }
}).observe({ type: 'longtask', buffered: true });

// The first frame draws the change, the second begins after that one was painted.
/** @param {() => void} note */
function whenPainted(note) {
  requestAnimationFrame(() => requestAnimationFrame(note));
}

// Each run has its own digest, which is shown from the moment when its picture is.
const digest = () => document.querySelector('[data-digest]')?.getAttribute('data-digest') ?? '';
let left = '';

document.addEventListener(
  'change',
  () => {
    notes.changed = performance.now();
    left = digest();
  },
  true,
);

new MutationObserver(() => {
  if (notes.shown === 0 && document.querySelector('[aria-label^="Core 0 "]') !== null) {
    notes.shown = performance.now();
    whenPainted(() => {
      notes.firstPicture = performance.now();
    });
  }
  if (notes.changed === 0 || picturing || digest() === '' || digest() === left) return;
  picturing = true;
  whenPainted(() => {
    notes.picture = performance.now();
    pictured();
  });
}).observe(document, { subtree: true, childList: true, attributeFilter: ['data-digest'] });
