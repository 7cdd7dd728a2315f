import * as v from 'valibot';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { t } from '../base/language.ts';
import {
  ERAS,
  MAX_CORES,
  MAX_REPLICAS,
  PROGRAM_TRAP_KINDS,
  SIGNALLING_METHODS,
} from '../base/vocabulary.ts';
import { COST_NAMES, COST_PRESET_IDS } from '../kernel/costs.ts';
import { check, issuePath, quote } from '../workload/problems.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import { MAX_COST } from './check.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import type { AppSpec, MachineSpec, Scenario, ScenarioProblem, WorkloadSpec } from './scenario.ts';
import {
  FAULT_FIELDS,
  faultRateSchema,
  faultsSchema,
  flowSchema,
  protectionSchema,
} from './schema-faults.ts';
import { driverSchema } from './schema-driver.ts';
import { PHASE_FIELDS, phasesSchema } from './schema-phases.ts';
import { amount, MAX_APPS, real, text, valuesOf, whole, word } from './schema-parts.ts';
import { didYouMean } from './suggest.ts';
import { MAX_WRITABLE_KIB, MIN_WRITABLE_KIB } from './writable.ts';

/** Longest title of a scenario, in UTF-16 code units. */
const MAX_TITLE = 200;
/** Longest name of an application or profile. */
const MAX_NAME = 60;
/** Most entries of a `segments` workload. */
const MAX_LISTED_SEGMENTS = 100_000;
/** Most changes of costs during a run. */
const MAX_COST_CHANGES = 64;
/** Placement rules; a list of cores stands beside them. */
export const PLACEMENT_RULES = ['same-socket', 'other-socket', 'spread'] as const;

const BASE = defaultScenario();

const name = v.pipe(
  text(MAX_NAME),
  v.minLength(1, () => t('must not be empty')),
);
const core = whole(0, MAX_CORES - 1);

const segment = v.strictObject({
  instructions: amount,
  trap: v.picklist(PROGRAM_TRAP_KINDS),
  repeat: v.exactOptional(whole(1, MAX_SEGMENTS)),
  bytesIn: v.exactOptional(amount),
  bytesOut: v.exactOptional(amount),
});

const workload: v.GenericSchema<unknown, WorkloadSpec> = v.variant('kind', [
  v.strictObject({ kind: v.literal('profile'), id: name }),
  v.strictObject({
    kind: v.literal('periodic'),
    events: whole(1, MAX_SEGMENTS - 1),
    instructions: amount,
    trap: v.picklist(PROGRAM_TRAP_KINDS),
  }),
  v.strictObject({
    kind: v.literal('random'),
    events: whole(1, MAX_SEGMENTS - 1),
    instructions: amount,
    pagefaultShare: real(0, 1),
    seed: word,
  }),
  v.strictObject({
    kind: v.literal('segments'),
    segments: v.pipe(
      v.array(segment),
      v.minLength(1, () => t('must not be empty')),
      v.maxLength(MAX_LISTED_SEGMENTS, () =>
        t('must have at most {most} segments', { most: MAX_LISTED_SEGMENTS }),
      ),
    ),
  }),
  phasesSchema,
  driverSchema,
]);

const app = v.strictObject({
  name: v.exactOptional(name),
  workload,
  redundancy: v.optional(
    v.union([v.literal('native'), whole(1, MAX_REPLICAS)], () =>
      t('must be "native" or a whole number from 1 to {most}', { most: MAX_REPLICAS }),
    ),
    DEFAULT_APP.redundancy,
  ),
  signalling: v.optional(v.picklist(SIGNALLING_METHODS), DEFAULT_APP.signalling),
  resCore: v.exactOptional(core),
  placement: v.optional(
    v.union([v.picklist(PLACEMENT_RULES), v.pipe(v.array(core), v.maxLength(MAX_REPLICAS))], () =>
      t('must be {rules} or a list of at most {most} cores', {
        rules: PLACEMENT_RULES.map((rule) => `"${rule}"`).join(', '),
        most: MAX_REPLICAS,
      }),
    ),
    DEFAULT_APP.placement,
  ),
  writableKiB: v.exactOptional(whole(MIN_WRITABLE_KIB, MAX_WRITABLE_KIB)),
});

const machine: v.GenericSchema<unknown, MachineSpec> = v.strictObject({
  sockets: v.optional(whole(1, MAX_CORES), BASE.machine.sockets),
  coresPerSocket: v.optional(whole(1, MAX_CORES), BASE.machine.coresPerSocket),
  resCores: v.optional(v.pipe(v.array(core), v.maxLength(MAX_CORES)), [...BASE.machine.resCores]),
  clockGHz: v.optional(real(0.001, 100), BASE.machine.clockGHz),
  cpi: v.optional(real(0, 1000), BASE.machine.cpi),
  cycleScale: v.optional(real(0, 1000), BASE.machine.cycleScale),
});

const overrides = valuesOf(COST_NAMES, 0, MAX_COST);

const scenarioSchema = v.strictObject({
  version: v.optional(
    v.literal(1, () => t('must be 1; a higher number is from a newer version of Watchmen')),
    1,
  ),
  title: v.optional(text(MAX_TITLE), ''),
  seed: v.optional(word, BASE.seed),
  era: v.optional(v.picklist(ERAS), BASE.era),
  machine: v.optional(machine, {}),
  costs: v.optional(
    v.strictObject({
      preset: v.optional(v.picklist(COST_PRESET_IDS), BASE.costs.preset),
      overrides: v.optional(overrides, {}),
    }),
    {},
  ),
  costChanges: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          at: v.strictObject({ cycle: whole(1, Number.MAX_SAFE_INTEGER) }),
          overrides,
        }),
      ),
      v.maxLength(MAX_COST_CHANGES, () =>
        t('must have at most {most} entries', { most: MAX_COST_CHANGES }),
      ),
    ),
    [],
  ),
  apps: v.pipe(
    v.array(app),
    v.minLength(1, () => t('must have at least one application')),
    v.maxLength(MAX_APPS, () => t('must have at most {most} applications', { most: MAX_APPS })),
  ),
  faults: v.optional(faultsSchema, []),
  faultRate: v.optional(faultRateSchema, BASE.faultRate),
  protection: v.optional(protectionSchema, {}),
  flow: v.optional(flowSchema, {}),
});

const FIELD_NAMES = [
  ...Object.keys(scenarioSchema.entries),
  ...Object.keys(BASE.machine),
  ...Object.keys(BASE.costs),
  ...COST_NAMES,
  ...Object.keys(app.entries),
  'kind',
  'id',
  'events',
  'pagefaultShare',
  'segments',
  ...Object.keys(segment.entries),
  ...PHASE_FIELDS,
  ...Object.keys(driverSchema.entries),
];

/** Fields that may have been meant where an unknown one is. */
function namesAround(issue: v.BaseIssue<unknown>): readonly string[] {
  const inside = issue.path?.length === 1 ? '' : String(issue.path?.[0].key);
  return FAULT_FIELDS[inside] ?? FIELD_NAMES;
}

/**
 * Reads a scenario from parsed JSON of any origin. Fields left out get the defaults of
 * `defaultScenario()`, an app's name that of its workload, its Res core the machine's first; only
 * `apps[i].workload` must be given. Unknown fields are errors. Lists at most 20 problems. Whether
 * the scenario can run (placement, profiles) is for `compilePlan` to say.
 */
export function parseScenario(json: unknown): Result<Scenario, ScenarioProblem[]> {
  const parsed = check(scenarioSchema, json);
  if (!parsed.success) {
    const problems = parsed.issues.slice(0, 20).map((issue) => ({
      path: issuePath(issue),
      message: messageOf(issue),
    }));
    return err(problems);
  }
  const scenario = parsed.output;
  const firstResCore = scenario.machine.resCores[0] ?? 0;
  return ok({ ...scenario, apps: scenario.apps.map((spec) => completeApp(spec, firstResCore)) });
}

function completeApp(spec: v.InferOutput<typeof app>, firstResCore: number): AppSpec {
  return {
    ...spec,
    name: spec.name ?? defaultAppName(spec.workload),
    resCore: spec.resCore ?? firstResCore,
  };
}

/** What an app is called after its workload: `crc32-large` for `crc32-large.l4re-4k`, else the kind. */
export function defaultAppName(spec: WorkloadSpec): string {
  if (spec.kind !== 'profile') return spec.kind;
  const dot = spec.id.lastIndexOf('.');
  return dot > 0 ? spec.id.slice(0, dot) : spec.id;
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const key = String(issue.path?.at(-1)?.key);
    return t('unknown field {field}{hint}', {
      field: quote(key),
      hint: didYouMean(key, namesAround(issue)),
    });
  }
  if (issue.received === 'undefined') return t('is missing');
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return t('must be {expected}, but is {found}', {
    expected: expectedOf(issue),
    found: quote(issue.input),
  });
}

function expectedOf(issue: v.BaseIssue<unknown>): string {
  const expected = (issue.expected ?? t('something else')).replace(/^\((.*)\)$/, '$1');
  const words: Readonly<Record<string, string>> = {
    number: t('a number'),
    string: t('a text'),
    Array: t('a list'),
    Object: t('an object'),
  };
  return words[expected] ?? t('one of {names}', { names: expected.replaceAll(' | ', ', ') });
}
