// Runs in speedscope's page before its own code: notes when a profile is on the screen, and moves it.
const CANVASES = 3; // The third, the flame chart's own, comes with the profile.
const WARM_UP = 20;
const STEPS = 80;

/** @type {() => Promise<number>} */
const nextFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve(performance.now()));
  });

async function whenLoaded() {
  while (document.querySelectorAll('canvas').length < CANVASES) await nextFrame();
  // What is painted before a frame is on the screen when the one after it begins.
  await nextFrame();
  return nextFrame();
}

/** Zooms in, pans and zooms out by the wheel, a turn a frame; milliseconds from frame to frame. */
async function move() {
  const chart = document.querySelectorAll('canvas')[CANVASES - 1];
  const { left, top, width } = chart.getBoundingClientRect();
  /** @param {WheelEventInit} wheel */
  const turn = (wheel) => {
    const at = { clientX: left + width * 0.37, clientY: top + 20 };
    chart.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, ...at, ...wheel }),
    );
  };
  /** @type {number[]} */
  const frame = [];
  let last = await nextFrame();
  for (let step = 0; step < 3 * STEPS + WARM_UP; step++) {
    const phase = Math.floor(Math.max(step - WARM_UP, 0) / STEPS);
    if (phase === 1) turn({ deltaX: 30 });
    else turn({ ctrlKey: true, deltaY: phase === 0 ? -10 : 10 });
    const next = await nextFrame();
    if (step >= WARM_UP) frame.push(next - last);
    last = next;
  }
  return { script: [], frame };
}

window.bench = { whenLoaded: whenLoaded(), move };
