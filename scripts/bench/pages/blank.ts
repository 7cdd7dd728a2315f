import { addCanvas, contextOf } from './canvas.ts';
import { drive } from './frames.ts';
import type { FrameTimes } from './frames.ts';
import { windowsOf } from './windows.ts';

/** The floor: canvases of those heights, cleared and filled with one colour each frame. */
function move(heights: readonly number[]): Promise<FrameTimes> {
  const contexts = heights.map((height) => contextOf(addCanvas(height)));
  return drive(windowsOf(1).length, (step) => {
    for (const context of contexts) {
      const { width, height } = context.canvas;
      context.clearRect(0, 0, width, height);
      context.fillStyle = step % 2 === 0 ? '#f5f5f1' : '#fcfcfa';
      context.fillRect(0, 0, width, height);
    }
  });
}

Object.assign(window, { bench: { move } });
