import { expect, it } from 'vitest';
import { MAX_SEGMENTS } from './segments.ts';
import { expandedLength, parseProfile } from './profile.ts';

const segment = (changes: object = {}) => ({
  computeCycles: 100,
  instructions: 200,
  trap: { kind: 'pagefault', name: 'heap', bytesIn: 0, bytesOut: 0 },
  ...changes,
});
const loop = (body: object[]) => ({ repeat: 2000, segments: body });
const profile = (changes: object = {}) => ({
  format: 'romain-workload-profile',
  version: 1,
  name: 'small',
  title: 'a small one',
  variant: 'linux',
  kind: 'measured',
  cpuGHz: 3,
  segments: [segment()],
  ...changes,
});
const problemsOf = (json: unknown) => {
  const parsed = parseProfile(json);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
};

it('reads a profile and leaves out what only documents', () => {
  const parsed = parseProfile(profile({ source: { program: 'x' }, totals: {} }));
  expect(parsed).toEqual({
    ok: true,
    value: {
      name: 'small',
      title: 'a small one',
      variant: 'linux',
      kind: 'measured',
      cpuGHz: 3,
      segments: [segment()],
    },
  });
});

it('counts the segments of nested loops', () => {
  const inner = { repeat: 3, segments: [segment(), segment()] };
  const parsed = parseProfile(
    profile({ segments: [segment(), { repeat: 5, segments: [inner, segment()] }] }),
  );
  expect(parsed.ok && expandedLength(parsed.value.segments)).toBe(1 + 5 * (3 * 2 + 1));
});

it.each([
  ['a negative count', [segment({ computeCycles: -1 })], 'segments[0].computeCycles'],
  [
    'an infinite count',
    [segment(), segment({ instructions: Infinity })],
    'segments[1].instructions',
  ],
  ['a missing count', [{ trap: segment().trap }], 'segments[0].computeCycles'],
  ['a text for a number', [segment({ computeCycles: '5' })], 'segments[0].computeCycles'],
  [
    'an unknown trap kind',
    [segment({ trap: { ...segment().trap, kind: 'sys' } })],
    'segments[0].trap.kind',
  ],
  ['a fractional repeat', [{ repeat: 1.5, segments: [segment()] }], 'segments[0].repeat'],
  ['a repeat of 0', [{ repeat: 0, segments: [segment()] }], 'segments[0].repeat'],
  ['a null repeat', [{ repeat: null, segments: [segment()] }], 'segments[0].repeat'],
  ['an empty loop', [{ repeat: 2_000_000, segments: [] }], 'segments[0].segments'],
  [
    'a fault inside a loop',
    [{ repeat: 2, segments: [segment(), segment({ computeCycles: NaN })] }],
    'segments[0].segments[1].computeCycles',
  ],
  ['no segments', [], 'segments'],
])('refuses %s and says where', (_, segments, path) => {
  expect(problemsOf(profile({ segments }))[0]).toMatch(
    new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}: `),
  );
});

it('refuses loops that unroll to too many segments', () => {
  const bomb = loop([loop([loop([loop([segment()])])])]);
  expect(problemsOf(profile({ segments: [bomb] }))).toEqual([
    `segments: unrolled, it has 16000000000000 segments; the most is ${MAX_SEGMENTS}`,
  ]);
});

it('refuses loops nested very deep without running out of stack', () => {
  let body: object = segment();
  for (let i = 0; i < 100_000; i++) body = { repeat: 1, segments: [body] };
  expect(problemsOf(profile({ segments: [body] }))[0]).toMatch('nested');
});

it.each([null, 3, 'text', [], {}, { format: 'x' }, { segments: 5 }, { segments: [null] }])(
  'refuses %j',
  (json) => {
    expect(problemsOf(json).length).toBeGreaterThan(0);
  },
);

it('lists at most 20 problems', () => {
  const segments = Array.from({ length: 100 }, () => segment({ computeCycles: -1 }));
  expect(problemsOf(profile({ segments }))).toHaveLength(20);
});
