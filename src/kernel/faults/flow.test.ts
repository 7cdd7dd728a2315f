import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fate } from '../../base/vocabulary.ts';
import { FATES, REGISTERS, TRAP_KINDS } from '../../base/vocabulary.ts';
import type { Deviation } from './deviation.ts';
import type { Course, Stretch } from './flow.ts';
import { courseOf, drawFate, fatesOf } from './flow.ts';
import type { FlowName } from './flow-parameters.ts';
import {
  FLOW_CLASSES,
  FLOW_NAMES,
  FLOW_PARAMETERS,
  flowNamesOf,
  resolveFlow,
} from './flow-parameters.ts';
import { PLACE_PAGE, PLACE_UTCB } from './incidents.ts';
import { REGISTER_INDEX } from './registers.ts';

const SYSCALL = TRAP_KINDS.indexOf('syscall');
const PAGEFAULT = TRAP_KINDS.indexOf('pagefault');
const EXCEPTION = TRAP_KINDS.indexOf('exception');
const FLOW = resolveFlow();
const STRETCH: Stretch = { flow: FLOW, segment: 5, trap: SYSCALL, writableBytes: 65_536 };

function wrong(changes: Partial<Deviation> = {}): Deviation {
  return { place: REGISTER_INDEX.ax, at: 0, mask: 4, salt: 99, fate: -1, fault: 0, ...changes };
}

const forced = (fate: Fate, changes: Partial<Deviation> = {}) =>
  wrong({ ...changes, fate: FATES.indexOf(fate) });

const place = fc.nat({ max: PLACE_PAGE });
const salt = fc.nat({ max: 0xffffffff });

/** How often each fate is met over many salts. */
function shares(from: Partial<Deviation>, stretch = STRETCH): Map<Fate, number> {
  const draws = 20_000;
  const counts = new Map<Fate, number>();
  for (let i = 0; i < draws; i++) {
    const { moves } = courseOf(stretch, [wrong({ ...from, salt: i * 7919 })]);
    const fate = moves[0]?.fate ?? 'stays';
    counts.set(fate, (counts.get(fate) ?? 0) + 1 / draws);
  }
  return counts;
}

describe('the fate of a wrong value', () => {
  it.each([
    ['ax', 'data'],
    ['di', 'data'],
    ['sp', 'pointer'],
    ['ip', 'ip'],
    ['flags', 'flags'],
  ] as const)('of %s is drawn as the probabilities of %s say', (register, flowClass) => {
    const met = shares({ place: REGISTER_INDEX[register] });
    for (const { fate, name } of fatesOf(flowClass)) {
      expect([fate, Math.abs((met.get(fate) ?? 0) - FLOW[name]) < 0.015]).toEqual([fate, true]);
    }
  });

  it('of a UTCB word and of memory too', () => {
    expect(shares({ place: PLACE_UTCB }).get('dies')).toBeCloseTo(FLOW.utcb_dies, 1);
    const page = shares({ place: PLACE_PAGE });
    expect(page.get('spreads')).toBeCloseTo(FLOW.page_spreads, 1);
    expect(page.get('stays')).toBeCloseTo(0.9, 1);
  });

  it('is the only one there is where its probability is 1', () => {
    for (const { fate, name } of fatesOf('data')) {
      const none = Object.fromEntries(flowNamesOf('data').map((other) => [other, 0]));
      const flow = resolveFlow({ ...none, [name]: 1 });
      expect([...shares({}, { ...STRETCH, flow }).keys()]).toEqual([fate]);
    }
  });

  it('is taken from the table in order: a greater number never means an earlier fate', () => {
    const fates = fatesOf('data');
    const order = [...fates.map(({ fate }) => fate), 'stays'];
    const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(order.indexOf(drawFate(FLOW, fates, low))).toBeLessThanOrEqual(
          order.indexOf(drawFate(FLOW, fates, high)),
        );
      }),
    );
  });

  it('waits for a call where it is to be an argument, and is forced only once', () => {
    const fault = { ...STRETCH, trap: PAGEFAULT };
    const waiting = courseOf(fault, [forced('argument')]);
    expect(waiting.deviations).toEqual([forced('argument')]);
    const handed = courseOf(STRETCH, waiting.deviations);
    expect(handed.moves.map(({ fate }) => fate)).toEqual(['argument']);
    expect(handed.deviations.map((d) => [d.place, d.fate])).toEqual([[PLACE_UTCB, -1]]);
    const [stayed] = courseOf(STRETCH, [forced('stays')]).deviations;
    expect(stayed).toEqual(wrong());
  });

  it('leaves the UTCB alone between calls', () => {
    expect(shares({ place: PLACE_UTCB }, { ...STRETCH, trap: PAGEFAULT }).get('stays')).toBeCloseTo(
      1,
    );
  });
});

describe('where a wrong value goes', () => {
  it.each([
    ['dies', []],
    ['stays', [REGISTER_INDEX.ax]],
    ['stores', [PLACE_PAGE]],
    ['argument', [PLACE_UTCB]],
    ['trap', [REGISTER_INDEX.ax, REGISTER_INDEX.ip]],
    ['crash', [REGISTER_INDEX.ax, REGISTER_INDEX.ip]],
    ['hang', [REGISTER_INDEX.ax, REGISTER_INDEX.ip]],
  ] as const)('when it %s', (fate, places) => {
    const { deviations } = courseOf(STRETCH, [forced(fate)]);
    expect(deviations.map((d) => d.place)).toEqual(places);
  });

  it('is another data register when it spreads, and memory keeps what is read from it', () => {
    fc.assert(
      fc.property(salt, place, (bits, from) => {
        const { deviations } = courseOf(STRETCH, [forced('spreads', { salt: bits, place: from })]);
        const to = deviations.find((d) => d.salt !== bits)?.place ?? from;
        expect(['ax', 'bx', 'cx', 'dx', 'si', 'di']).toContain(REGISTERS[to]);
        expect(to).not.toBe(from);
        expect(deviations.length).toBe(from >= PLACE_UTCB ? 2 : 1);
      }),
    );
  });
});

describe('how a stretch ends', () => {
  it.each([
    ['stays', 'trap', SYSCALL],
    ['crash', 'crash', EXCEPTION],
    ['hang', 'hang', SYSCALL],
  ] as const)('when a value %s', (fate, end, raised) => {
    expect(courseOf(STRETCH, [forced(fate)])).toMatchObject({ end, raised });
  });

  it('is another trap than the one due, some way through', () => {
    fc.assert(
      fc.property(salt, fc.nat({ max: 6 }), (bits, trap) => {
        const course = courseOf({ ...STRETCH, trap }, [forced('trap', { salt: bits })]);
        expect(course.end).toBe('other');
        expect(course.raised).not.toBe(trap);
        expect(course.fraction).toBeGreaterThanOrEqual(0);
        expect(course.fraction).toBeLessThan(1);
      }),
    );
  });

  it('is decided by the first value that leaves its path', () => {
    const course = courseOf(STRETCH, [
      forced('hang'),
      forced('crash', { place: REGISTER_INDEX.bx }),
    ]);
    expect(course.end).toBe('hang');
  });
});

/** A course but for the fault that it stems from. */
function strip(course: Course): string {
  return JSON.stringify(course, (name, value: unknown) => (name === 'fault' ? 0 : value));
}

it('takes equal wrong values of two replicas equal ways, whatever else they have', () => {
  const list = fc.uniqueArray(
    fc.record({ place, at: fc.nat({ max: 2 }), mask: fc.integer({ min: 1, max: 9 }), salt }),
    { selector: ({ place: p, at }) => p * 4 + at, minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(list, (all) => {
      const values = all.map((d) => wrong(d));
      const copies = values.map((d) => ({ ...d, fault: 1 }));
      expect(strip(courseOf(STRETCH, copies))).toBe(strip(courseOf(STRETCH, values)));
    }),
  );
});

describe('the table of probabilities', () => {
  it('keeps every value in its range and every class at 1 at most', () => {
    for (const name of FLOW_NAMES) {
      const { value, range, title, basis } = FLOW_PARAMETERS[name];
      expect([name, value >= range[0] && value <= range[1]]).toEqual([name, true]);
      expect(range[0] >= 0 && range[1] <= 1).toBe(true);
      expect(title.length * basis.length).toBeGreaterThan(0);
    }
    for (const flowClass of FLOW_CLASSES) {
      const sum = flowNamesOf(flowClass).reduce((total, name) => total + FLOW[name], 0);
      expect(sum).toBeLessThanOrEqual(1);
    }
  });

  it('is changed by what a person sets, and by nothing else', () => {
    const changed = resolveFlow({ data_dies: 0.25 });
    const differ = FLOW_NAMES.filter((name: FlowName) => changed[name] !== FLOW[name]);
    expect(differ).toEqual(['data_dies']);
  });
});
