import { t } from '../base/language.ts';
import type { GapSpec, PhaseSpec, PhasesSpec } from '../workload/phases.ts';
import { phasesLength } from '../workload/phases.ts';
import type { InputProblem } from '../workload/problems.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import { MAX_SIGMA } from './schema-phases.ts';

type Report = (field: string, message: string) => void;

/** All that is wrong with a program as phases; empty when it can run. */
export function checkPhases(spec: PhasesSpec, path: string): InputProblem[] {
  const problems: InputProblem[] = [];
  const { phases, seed, repeat = 1 } = spec;
  const report: Report = (field, message) => problems.push({ path: `${path}.${field}`, message });
  if (phases.length === 0) report('phases', t('must have at least one phase'));
  phases.forEach((phase, i) => {
    checkPhase(phase, (field, message) => report(`phases[${i}].${field}`, message));
  });
  if (!isCount(repeat)) report('repeat', noCount());
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff)) {
    report('seed', t('must be a whole number from 0 to 4294967295'));
  }
  const length = phasesLength(spec);
  if (problems.length === 0 && length >= MAX_SEGMENTS) {
    const message = t('the phases make {length} traps; the most is {most}', {
      length,
      most: MAX_SEGMENTS - 1,
    });
    report(repeat > 1 ? 'repeat' : 'phases', message);
  }
  return problems;
}

function noCount(): string {
  return t('must be a whole number from 1 to {most}', { most: MAX_SEGMENTS - 1 });
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value < MAX_SEGMENTS;
}

function isAmount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1e15;
}

function checkPhase({ events, gap, traps, bursts }: PhaseSpec, report: Report): void {
  if (!isCount(events)) report('events', noCount());
  checkGap(gap, (field, message) => report(`gap.${field}`, message));
  traps.forEach(({ trap, weight, bytesIn = 0, bytesOut = 0 }, i) => {
    if (trap === 'exit') {
      const message = t(
        'an exit ends the program and cannot come in between; one is added at the end',
      );
      report(`traps[${i}].trap`, message);
    }
    if (!(weight >= 0)) report(`traps[${i}].weight`, t('must be a number that is not negative'));
    if (!isAmount(bytesIn)) report(`traps[${i}].bytesIn`, noAmount());
    if (!isAmount(bytesOut)) report(`traps[${i}].bytesOut`, noAmount());
  });
  if (!traps.some(({ weight }) => weight > 0)) {
    report('traps', t('no trap ever comes: at least one needs a weight above 0'));
  }
  if (bursts === undefined) return;
  if (!isCount(bursts.every)) report('bursts.every', noCount());
  if (!isCount(bursts.length)) report('bursts.length', noCount());
  if (!isAmount(bursts.gap)) report('bursts.gap', noAmount());
}

function noAmount(): string {
  return t('must be a whole number from 0 to 1e15');
}

function checkGap(gap: GapSpec, report: Report): void {
  for (const [field, value] of Object.entries(gap)) {
    if (field === 'kind') continue;
    const [ok, message] = gapRule(field, Number(value));
    if (!ok) report(field, message);
  }
  if (gap.kind === 'uniform' && gap.least > gap.most) {
    report('most', t('must be at least "least", which is {least}', { least: gap.least }));
  }
}

function gapRule(field: string, value: number): readonly [ok: boolean, message: string] {
  if (field === 'sigma')
    return [value >= 0 && value <= MAX_SIGMA, t('must be from 0 to {most}', { most: MAX_SIGMA })];
  if (field === 'longShare') return [value >= 0 && value <= 1, t('must be from 0 to 1')];
  return [isAmount(value), noAmount()];
}
