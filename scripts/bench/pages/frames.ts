/** Milliseconds per frame: of script, and from one frame to the next. */
export interface FrameTimes {
  readonly script: readonly number[];
  readonly frame: readonly number[];
}

/** Frames at the start that are not counted: code is compiled, glyphs are made. */
const WARM_UP = 20;

/**
 * Draws each step in a frame of its own. The browser must run without a cap on frames
 * (`--disable-frame-rate-limit`): then a frame follows as soon as the last one is on the screen.
 */
export async function drive(steps: number, draw: (step: number) => void): Promise<FrameTimes> {
  const script: number[] = [];
  const frame: number[] = [];
  let last = await nextFrame();
  for (let step = 0; step < steps + WARM_UP; step++) {
    const before = performance.now();
    draw(step % steps);
    const drawn = performance.now();
    const next = await nextFrame();
    if (step >= WARM_UP) {
      script.push(drawn - before);
      frame.push(next - last);
    }
    last = next;
  }
  return { script, frame };
}

/** The time at which the next frame begins. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(performance.now()));
  });
}

/** Milliseconds from now until what `draw` paints is on the screen. */
export async function timeToPaint(draw: () => void): Promise<number> {
  await nextFrame();
  const start = performance.now();
  draw();
  // What is painted before a frame is on the screen when the one after it begins.
  await nextFrame();
  return (await nextFrame()) - start;
}
