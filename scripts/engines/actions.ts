import type { Point } from './engine.ts';

/*
 * Input as WebDriver has it, the classic one and BiDi alike: https://www.w3.org/TR/webdriver2/#actions
 */

/** Keys that write nothing, by their names in the DOM. */
const CODES: Readonly<Record<string, string>> = {
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Escape: '\uE00C',
  Home: '\uE011',
};

/** Presses a key and lets it go. */
export function keyActions(key: string): readonly object[] {
  const value = CODES[key] ?? key;
  const actions = [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  return [{ type: 'key', id: 'keyboard', actions }];
}

/** Moves the pointer to a place in the window and clicks. */
export function clickActions({ x, y }: Point): readonly object[] {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
}
