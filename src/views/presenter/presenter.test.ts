import { describe, expect, it } from 'vitest';

import { LESSON_IDS, findLesson } from '../../lessons/library/index.ts';
import { highlightsIn } from '../learn/spotlight.ts';
import { fitted } from './fitted.ts';
import { litThings, wantsChart } from './stage/lit.ts';
import { boardSize } from './use-board-size.ts';

describe('the size of the board', () => {
  it('is that of the smallest projector at 1024 × 768, and fills larger ones', () => {
    expect(boardSize(1024, 768)).toEqual({ unit: 1, upright: false });
    expect(boardSize(3840, 2160).unit).toBeCloseTo(2.8125);
    expect(boardSize(1440, 900).unit).toBeCloseTo(900 / 768);
  });

  it('puts things below each other where it is high and narrow, and never makes them tiny', () => {
    expect(boardSize(390, 844)).toEqual({ unit: 0.75, upright: true });
    expect(boardSize(640, 480)).toEqual({ unit: 0.75, upright: false });
  });
});

describe('a chart', () => {
  it('is as large as for the last row, or as large as all of it fits', () => {
    expect(fitted(1.85, 400, 160)).toBe(1.85);
    expect(fitted(1.85, 200, 160)).toBe(1.25);
    expect(fitted(1.85, 0, 160)).toBe(1.85);
    expect(fitted(1.85, 200, 0)).toBe(1.85);
  });
});

const MACHINE = { homes: [1, 2, 3], resCore: 0 };
const lit = (...texts: readonly string[]) => [...litThings(highlightsIn(texts), MACHINE)];

describe('what a step points at on the stage', () => {
  it('is a replica by its name, its core or its lane', () => {
    expect(lit('replica:1')).toEqual(['replica:1']);
    expect(lit('core:2')).toEqual(['core:2', 'replica:1']);
    expect(lit('lane:0')).toEqual(['core:0']);
  });

  it('is the step of Romain that a handler belongs to', () => {
    expect(lit('stage:memory-manager')).toEqual(['stage:handle']);
    expect(lit('slot:1')).toEqual(['slot:1', 'stage:slots']);
    expect(lit('panel:stack')).toEqual(['core:0']);
  });

  it('is the chart, unless it is the machine as well', () => {
    expect(wantsChart(highlightsIn(['panel:overhead', 'bar:ipc-3']))).toBe(true);
    expect(wantsChart(highlightsIn(['panel:overhead', 'replica:1']))).toBe(false);
    expect(wantsChart(highlightsIn(['panel:timeline']))).toBe(false);
  });

  it.each(LESSON_IDS)('can be told for every step of %s', (id) => {
    const lesson = findLesson(id);
    const steps = lesson.ok ? lesson.value.steps : [];
    expect(steps.length).toBeGreaterThan(0);
    for (const { highlights = [] } of steps) expect(() => lit(...highlights)).not.toThrow();
  });
});
