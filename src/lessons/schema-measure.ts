import * as v from 'valibot';

import { t } from '../base/language.ts';
import {
  CORE_MODES,
  FAULT_OUTCOMES,
  FAULT_TARGETS,
  MAX_CORES,
  MAX_REPLICAS,
  PARTS,
  SIGNALLING_METHODS,
} from '../base/vocabulary.ts';
import { EVENT_KINDS } from '../kernel/events.ts';
import type { Condition } from '../scenario/condition.ts';
import { MAX_APPS, whole } from '../scenario/schema-parts.ts';
import type { StopSpec } from './lesson.ts';
import { MOMENTS } from './lesson.ts';
import { MAX_CAMPAIGN_RUNS } from './limits.ts';
import { LOCK_FIGURES } from './lock-order.ts';
import type { Measure, PlainMeasure } from './measure.ts';
import { EVENT_ROLES, RUN_FIGURE_NAMES, STOP_FIGURE_NAMES } from './measure.ts';
import { mustNotBeEmpty } from './problem.ts';
import { FACT_NAMES } from './published.ts';

/** The name of a scene, a value or a lock puzzle. */
export const nameSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, () =>
    t('must be a name of at most 40 small letters, digits and hyphens that begins with a letter'),
  ),
);

const count = whole(0, Number.MAX_SAFE_INTEGER);
const app = whole(0, MAX_APPS - 1);
const core = whole(0, MAX_CORES - 1);
const replica = whole(0, MAX_REPLICAS - 1);

const condition: v.GenericSchema<unknown, Condition> = v.variant('kind', [
  v.strictObject({ kind: v.literal('event-kind'), event: v.picklist(EVENT_KINDS) }),
  v.strictObject({ kind: v.literal('core'), core }),
  v.strictObject({ kind: v.literal('replica'), app, replica }),
  v.strictObject({ kind: v.picklist(['mismatch', 'incident']) }),
  v.strictObject({ kind: v.literal('wait'), cycles: count }),
  v.strictObject({ kind: v.literal('events'), app, count: whole(1, Number.MAX_SAFE_INTEGER) }),
  v.strictObject({ kind: v.literal('time'), time: count }),
]);

/** Where a run stops. */
export const stopSchema: v.GenericSchema<unknown, StopSpec> = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['start', 'end']) }),
  v.strictObject({
    kind: v.literal('event'),
    event: count,
    moment: v.picklist(MOMENTS),
    app: v.exactOptional(app),
  }),
  v.strictObject({ kind: v.literal('until'), condition, event: v.exactOptional(count) }),
  v.strictObject({ kind: v.literal('instant'), time: count, step: count }),
]);

const ofScene = {
  scene: nameSchema,
  app: v.exactOptional(app),
  method: v.exactOptional(v.picklist(SIGNALLING_METHODS)),
  replicas: v.exactOptional(
    v.union([v.literal('native'), whole(1, MAX_REPLICAS)], () =>
      t('must be "native" or a whole number from 1 to {most}', { most: MAX_REPLICAS }),
    ),
  ),
};

const someOf = <W extends string>(words: readonly W[]) =>
  v.pipe(
    v.array(v.picklist(words)),
    v.minLength(1, mustNotBeEmpty),
    v.maxLength(words.length, () => t('must have at most {most}', { most: words.length })),
  );

const PLAIN_MEASURES = [
  v.strictObject({ of: v.picklist(RUN_FIGURE_NAMES), ...ofScene }),
  v.strictObject({ of: v.literal('part'), part: v.picklist(PARTS), ...ofScene }),
  v.strictObject({ of: v.literal('mode'), mode: v.picklist(CORE_MODES), core, ...ofScene }),
  v.strictObject({
    of: v.literal('between'),
    event: count,
    from: v.picklist(MOMENTS),
    until: v.picklist(MOMENTS),
    ...ofScene,
  }),
  v.strictObject({ of: v.picklist(EVENT_ROLES), event: count, ...ofScene }),
  v.strictObject({
    of: v.picklist(STOP_FIGURE_NAMES),
    stop: stopSchema,
    core: v.exactOptional(core),
    replica: v.exactOptional(replica),
    ...ofScene,
  }),
  v.strictObject({
    of: v.literal('campaign'),
    runs: whole(1, MAX_CAMPAIGN_RUNS),
    targets: someOf(FAULT_TARGETS),
    outcomes: someOf(FAULT_OUTCOMES),
    ...ofScene,
  }),
  v.strictObject({
    of: v.literal('locks'),
    locks: nameSchema,
    figure: v.picklist(LOCK_FIGURES),
  }),
  v.strictObject({ of: v.literal('published'), fact: v.picklist(FACT_NAMES) }),
] as const;

const plainMeasure = v.variant('of', PLAIN_MEASURES) as v.GenericSchema<unknown, PlainMeasure>;

/** What is measured. */
export const measureSchema = v.variant('of', [
  ...PLAIN_MEASURES,
  v.strictObject({
    of: v.picklist(['quotient', 'difference']),
    left: plainMeasure,
    right: plainMeasure,
  }),
]) as v.GenericSchema<unknown, Measure>;
