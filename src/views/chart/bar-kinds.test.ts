import { expect, it } from 'vitest';

import { PARTS } from '../../base/vocabulary.ts';
import { liveBars } from '../../draw/chart/live-bars.ts';
import type { LiveBar, LiveBarInput } from '../../draw/chart/live-bars.ts';
import { barKinds } from './bar-kinds.ts';

function input(signalling: LiveBarInput['signalling'], each: number): LiveBarInput {
  const parts = PARTS.map(() => each);
  const percent = each * PARTS.length;
  return { redundancy: 3, signalling, percent, parts, finalPercent: null, stopped: null };
}

function barsOf(...inputs: readonly LiveBarInput[]): readonly LiveBar[] {
  const options = { width: 400, left: 100, right: 60, axisMax: 80, current: null };
  return liveBars(inputs, options).groups.flatMap(({ bars }) => bars);
}

const keys = (...inputs: readonly LiveBarInput[]) =>
  barKinds(barsOf(...inputs)).map(({ key }) => key);

/** Bars are drawn to half a CSS px. */
const near = (px: number): unknown => expect.closeTo(px, 0);

it('holds every segment of every bar once, where the bar has it', () => {
  const bars = barsOf(input('ipc', 2), input('polling', 3));
  const boxes = barKinds(bars).flatMap((kind) => kind.boxes.map((box) => [kind.style, box]));
  const segments = bars.flatMap(({ segments: own, y, height }) =>
    own.map(({ style, x, width }) => [style, { x: near(x), y, width: near(width), height }]),
  );
  expect(boxes).toHaveLength(segments.length);
  expect(boxes).toEqual(expect.arrayContaining(segments));
});

it('keeps signalling of different methods apart', () => {
  const kinds = barKinds(barsOf(input('ipc', 2), input('polling', 3)));
  const signals = kinds.filter(({ style }) => style === 'signalIn');
  expect(signals.map(({ signalling, boxes }) => [signalling, boxes.length])).toEqual([
    ['ipc', 1],
    ['polling', 1],
  ]);
});

it('has the same kinds in the same order however far the bars are', () => {
  expect(keys(input('ipc', 0), input('polling', 0))).toEqual(
    keys(input('ipc', 5), input('polling', 1)),
  );
});
