import { describe, expect, it } from 'vitest';

import { SCALE_AXES } from '../analysis/scalability/chart.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { checkScalabilityForm } from './check-forms.ts';
import { scalabilityForm } from './explore-forms.ts';
import {
  alongAxis,
  createScalabilityDraft,
  readScalabilityDraft,
  readWholes,
} from './scalability-draft.ts';
import { createScalability } from './scalability.ts';
import { SCALABILITY } from './study-kinds.ts';
import { createStudyRunner } from './study.ts';

const scenario = defaultScenario();
const draft = createScalabilityDraft();

describe('a list of whole numbers', () => {
  it.each([
    ['1-4', [1, 2, 3, 4]],
    ['1, 2,4', [1, 2, 4]],
    ['1 – 3; 8', [1, 2, 3, 8]],
    ['', []],
    ['x', [Number.NaN]],
    ['4-1', [Number.NaN]],
    ['1.5', [Number.NaN]],
  ])('%j is %j', (text, values) => {
    expect(readWholes(text)).toEqual(values);
  });
});

describe('the draft of a study', () => {
  it('comes ready to run along every axis', () => {
    for (const axis of SCALE_AXES) {
      const read = readScalabilityDraft(alongAxis(draft, axis), scenario);
      expect(read.problems).toEqual([]);
      expect(read.runs).toBeGreaterThan(3);
    }
  });

  it('keeps what is typed where the axis stays', () => {
    const typed = { ...draft, apps: '1-3' };
    expect(alongAxis(typed, 'apps')).toBe(typed);
    expect(alongAxis(typed, 'replicas')).toMatchObject({ replicas: '2-7', apps: '3' });
  });

  it('is of the first application of the Lab where no program is chosen', () => {
    const { spec } = readScalabilityDraft({ ...draft, workload: null }, scenario);
    expect(spec.scenario.apps).toEqual(scenario.apps.slice(0, 1));
    const own = readScalabilityDraft(draft, scenario).spec.scenario.apps;
    expect(own).toEqual([{ ...scenario.apps[0], workload: draft.workload, name: 'crc32-small' }]);
  });

  it.each([
    [{ apps: '0-3' }, 'apps', /whole numbers from 1 to/u],
    [{ apps: 'many' }, 'apps', /whole numbers from 1 to/u],
    [{ resCores: '' }, 'resCores', /must not be empty/u],
    [{ replicas: '1' }, 'replicas', /from 2 to/u],
    [{ mostCores: '' }, 'mostCores', /whole numbers from 3/u],
    [{ methods: [] }, 'methods', /must not be empty/u],
    [{ apps: '1-64', resCores: '1-64', replicas: '2-7' }, '', /at most 500 here/u],
  ] as const)('refuses %j and says at which field', (part, path, message) => {
    const { problems, runs } = readScalabilityDraft({ ...draft, ...part }, scenario);
    expect(problems).toMatchObject([{ path, message: expect.stringMatching(message) as string }]);
    expect(runs).toBe(0);
  });

  it('counts what needs more cores than there may be', () => {
    const read = readScalabilityDraft({ ...draft, mostCores: '10' }, scenario);
    expect(read).toMatchObject({ runs: 9, leftOut: 15 });
  });
});

describe('the form of scalability', () => {
  const runner = createStudyRunner(SCALABILITY, { startPool: () => () => undefined, now: () => 0 });

  it('is read as what differs, checked, and set up again as it was', async () => {
    const { form: store } = createScalability(runner);
    const form = scalabilityForm(store);
    expect(form.read()).toBeUndefined();
    store.setState({ draft: { ...draft, ...alongAxis(draft, 'replicas') }, measure: 'energy' });
    const kept = form.read();
    expect(kept?.['view']).toEqual({ measure: 'energy' });
    expect(await form.check(kept ?? {})).toBe('');
    const changed = store.getState();
    form.apply(undefined);
    expect(store.getState().draft).toEqual(draft);
    form.apply(kept);
    expect(store.getState()).toEqual(changed);
  });

  it.each([
    [{ draft: { axis: 'time' } }, /draft/u],
    [{ draft: { apps: 5 } }, /draft/u],
    [{ draft: { methods: ['telepathy'] } }, /draft/u],
    [{ view: { measure: 'beauty' } }, /view/u],
    [{ other: 1 }, /no field “other”/u],
  ])('is refused as %j', (form, wrong) => {
    expect(checkScalabilityForm(form)).toMatch(wrong);
  });
});
