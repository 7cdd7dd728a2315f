// Runs in the page before its own code: notes long tasks and when pictures are on the screen.
const notes = { longestTask: 0, firstPicture: 0, changed: 0, picture: 0 };
window.benchNotes = notes;

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

document.addEventListener(
  'change',
  () => {
    notes.changed = performance.now();
  },
  true,
);

let shown = false;
let running = false;
new MutationObserver(() => {
  if (!shown && document.querySelector('[aria-label^="Core 0 "]') !== null) {
    shown = true;
    whenPainted(() => {
      notes.firstPicture = performance.now();
    });
  }
  const runs = document.querySelector('progress[aria-label="Simulation"]') !== null;
  if (running && !runs && notes.changed > 0) {
    whenPainted(() => {
      notes.picture = performance.now();
    });
  }
  running = runs;
}).observe(document, { subtree: true, childList: true });
