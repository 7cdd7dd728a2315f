import * as v from 'valibot';

import { readJson } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { t } from '../base/language.ts';
import { FAULT_OUTCOMES, MAX_CORES, MAX_REPLICAS } from '../base/vocabulary.ts';
import { EVENT_KINDS } from '../kernel/events.ts';
import { issuePath } from '../workload/problems.ts';
import type { Condition } from './condition.ts';
import { MAX_BRANCH_NAME } from './note.ts';
import type { SavedBranch, SavedState, SavedWork, WrittenState } from './saved-work.ts';
import { notesSchema } from './schema-notes.ts';
import { MAX_APPS, text, whole } from './schema-parts.ts';
import { parseScenario } from './schema.ts';

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const index = whole(0, Number.MAX_SAFE_INTEGER);
const app = whole(0, MAX_APPS - 1);
const literal = <K extends string>(kind: K) => ({ kind: v.literal(kind) });

const condition: v.GenericSchema<unknown, Condition> = v.variant('kind', [
  v.strictObject({ ...literal('event-kind'), event: v.picklist(EVENT_KINDS) }),
  v.strictObject({ ...literal('core'), core: whole(0, MAX_CORES - 1) }),
  v.strictObject({ ...literal('replica'), app, replica: whole(0, MAX_REPLICAS - 1) }),
  v.strictObject(literal('mismatch')),
  v.strictObject(literal('incident')),
  v.strictObject({ ...literal('wait'), cycles: amount }),
  v.strictObject({ ...literal('events'), app, count: index }),
  v.strictObject({ ...literal('time'), time: amount }),
]);

const branchName = v.pipe(
  text(MAX_BRANCH_NAME),
  v.nonEmpty(() => t('must not be empty')),
);

const workSchema = v.strictObject({
  scenarios: v.array(v.unknown()),
  branches: v.array(
    v.strictObject({
      id: index,
      name: branchName,
      parent: v.nullable(index),
      at: v.nullable(amount),
      scenario: index,
      notes: notesSchema,
    }),
  ),
  states: v.array(
    v.strictObject({
      branches: v.pipe(
        v.array(index),
        v.nonEmpty(() => t('must not be empty')),
      ),
      branch: index,
      breakpoints: v.array(v.strictObject({ enabled: v.boolean(), condition })),
    }),
  ),
  present: index,
  place: v.strictObject({
    time: amount,
    step: index,
    window: v.strictTuple([amount, amount]),
  }),
  ends: v.exactOptional(
    v.array(
      v.strictObject({
        scenario: index,
        cycles: amount,
        clockGHz: v.pipe(v.number(), v.finite(), v.gtValue(0)),
        outcomes: v.array(v.picklist(['completed', ...FAULT_OUTCOMES])),
      }),
    ),
  ),
});

/** Reads saved work of this version; the error says where what is wrong. */
export function parseWork(saved: string): Result<SavedWork, string> {
  const json = readJson(saved.slice(saved.indexOf('\n') + 1));
  if (!json.ok) return err(t('it is cut off or altered'));
  const parsed = v.safeParse(workSchema, json.value, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return err(`${issuePath(issue)} ${issue.message}`);
  }
  return assembled(parsed.output);
}

type Work = v.InferOutput<typeof workSchema>;

/** A scenario that is being typed may be wrong for a moment: states that hold such a one are left out. */
function assembled(work: Work): Result<SavedWork, string> {
  const scenarios = work.scenarios.map((json) => parseScenario(json));
  const wrong = scenarios.find((scenario) => !scenario.ok);
  const branches = work.branches.map(({ scenario: at, ...rest }): SavedBranch | null => {
    const scenario = scenarios.at(at);
    return scenario?.ok ? { ...rest, scenario: scenario.value } : null;
  });
  const broken = work.states.findIndex((state) => !isWhole(state, work.branches));
  if (broken >= 0 || work.present >= work.states.length) {
    return err(
      broken >= 0 ? t('states[{broken}] is not whole', { broken }) : t('present is no state'),
    );
  }
  const states = work.states.map((state) => stateOf(state, branches));
  const at = states.findLastIndex((state, i) => i <= work.present && state !== null);
  const shown = at < 0 ? states.findIndex((state) => state !== null) : at;
  const present = states[shown];
  if (present === undefined || present === null) {
    const [first] = wrong?.ok === false ? wrong.error : [];
    return err(first === undefined ? t('it is altered') : `${first.path} ${first.message}`);
  }
  return ok({
    past: states.slice(0, shown).filter((state) => state !== null),
    present,
    future: states.slice(shown + 1).filter((state) => state !== null),
    place: work.place,
    ends: (work.ends ?? []).flatMap(({ scenario: place, ...end }) => {
      const scenario = scenarios.at(place);
      return scenario?.ok ? [{ ...end, scenario: scenario.value }] : [];
    }),
    steppedBack: shown !== work.present,
  });
}

/** Are the branches of a state all there, parents first, and the one that is shown among them? */
function isWhole({ branches, branch }: WrittenState, all: Work['branches']): boolean {
  const known = new Set<number>();
  for (const place of branches) {
    const one = all.at(place);
    if (one === undefined || known.has(one.id)) return false;
    if (one.parent !== null && !known.has(one.parent)) return false;
    known.add(one.id);
  }
  return known.has(branch);
}

/** A whole state; `null` when one of its scenarios is not valid. */
function stateOf(
  { branches: indices, branch, breakpoints }: WrittenState,
  all: readonly (SavedBranch | null)[],
): SavedState | null {
  const branches = indices.map((place) => all[place]).filter((one) => one !== null);
  const shown = branches.find(({ id }) => id === branch);
  if (branches.length < indices.length || shown === undefined) return null;
  return { scenario: shown.scenario, branches, branch, breakpoints };
}
