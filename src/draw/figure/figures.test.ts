import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PARTS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { record } from '../../run/record.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { THEMES } from '../theme.ts';
import { overheadFigure } from './overhead-figure.ts';
import { stateLine } from './state-line.ts';
import { figureToSvg } from './surface.ts';
import type { Figure } from './surface.ts';
import { timelineFigures } from './timeline-figure.ts';

const svgOf = (figure: Figure): string => figureToSvg(figure, { theme: THEMES.light });

/** What is wrong with a document: elements that do not close, numbers that are none, ids twice or missing. */
function problemsOf(svg: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [, closing, name, alone] of svg.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing === '/') problems.push(...(open.pop() === name ? [] : [`</${name}>`]));
    else if (alone !== '/') open.push(name);
  }
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) problems.push('an id twice');
  problems.push(...used.filter((id) => !ids.includes(id)).map((id) => `no ${id}`));
  if (/NaN|Infinity|undefined|null/.test(svg)) problems.push('a value that is none');
  if (/<text[^>]*>\s/.test(svg)) problems.push('a space that viewers leave out');
  return [...problems, ...open];
}

it('draws any stretch of any run, with and without faults, as a sound document', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      arbitraryFaulty(),
      share,
      share,
      fc.constantFrom('time', 'event'),
      fc.boolean(),
      ({ plan }, a, b, axis, closeGaps) => {
        const recording = record(plan);
        const end = recording.summary.totalCycles;
        const [from, to] = [a * end, b * end].map(Math.round).toSorted((x, y) => x - y);
        const window = [from, Math.max(to, from + 1)] as const;
        const options = {
          plan,
          recording,
          window,
          app: 0,
          width: 700,
          title: 'a & b',
          axis,
          closeGaps,
        };
        expect(problemsOf(svgOf(timelineFigures(options)(Math.round((from + to) / 2))))).toEqual(
          [],
        );
      },
    ),
    { numRuns: 40 },
  );
});

it('draws the overhead of runs that end, of those that stop, and of those beyond the axis', () => {
  const percents = [12, 36, 95];
  const bars = [2, 3].flatMap((redundancy) =>
    SIGNALLING_METHODS.map((signalling, i) => ({
      redundancy,
      signalling,
      percent: percents[i % 3],
      parts: PARTS.map(() => percents[i % 3] / PARTS.length),
      finalPercent: percents[i % 3],
      stopped: i === 2 ? 'halts in debugger' : null,
    })),
  );
  const growth = bars.map(({ redundancy, signalling, percent, stopped }) => ({
    redundancy,
    signalling,
    x: [0, 10, 20],
    percent: [0, percent / 2, percent],
    stopped: stopped !== null,
  }));
  const current = { redundancy: 3, signalling: 'ipc' } as const;
  const svg = svgOf(
    overheadFigure({ bars, growth, totalEvents: 20, asOf: null, current, width: 520, title: 'w' }),
  );
  expect(problemsOf(svg)).toEqual([]);
  for (const text of ['95.0 %', 'halts in debugger', 'signal out', 'DMR sync IPC', '0 events']) {
    expect(svg).toContain(text);
  }
});

it('says in words what every core that acts does', () => {
  fc.assert(
    fc.property(
      arbitraryFaulty(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ plan }, share) => {
        const recording = record(plan);
        const [time, ...cores] = stateLine(
          { plan, recording },
          share * recording.summary.totalCycles,
        );
        expect(time).toMatch(/^At [\d\u202f]+\.\d{3} µs:$/u);
        expect(cores).toHaveLength(recording.spans.filter(({ length }) => length > 1).length);
        expect(cores.filter((text) => !/^C\d+ \S/.test(text))).toEqual([]);
      },
    ),
    { numRuns: 20 },
  );
});
