// Runs in the page before its own code: notes, for each frame of a drag of the playhead, when the
// one after it began, and from the input to the end of the frame that showed it.
/** @type {number[]} */
const frames = [];
/** @type {number[]} */
const follows = [];
const notes = { frame: frames, follow: follows, behind: 0 };
window.benchNotes = notes;

const channel = new MessageChannel();
let input = 0;
let painting = 0;
let last = 0;

/** @param {string} selector */
const textOf = (selector) => document.querySelector(selector)?.textContent ?? '';

channel.port1.addEventListener('message', () => {
  follows.push(performance.now() - painting);
  const slider = document.querySelector('input.playhead')?.getAttribute('aria-valuetext') ?? '';
  if (!slider.startsWith(textOf('.position .strong'))) notes.behind++;
});
channel.port1.start();

document.addEventListener(
  'input',
  () => {
    if (input === 0) input = performance.now();
  },
  true,
);

function frame() {
  const now = performance.now();
  if (input > 0) {
    if (last > 0) frames.push(now - last);
    last = now;
    // The task after this frame: layout and painting are over then.
    painting = input;
    input = 0;
    channel.port2.postMessage(null);
  } else {
    last = 0;
  }
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
