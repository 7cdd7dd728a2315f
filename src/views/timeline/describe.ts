import { msg, t } from '../../base/language.ts';
import { cyclesToMicroseconds } from '../../base/units.ts';
import type { CoreId, Cycles } from '../../base/units.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import { styleCycles } from '../../draw/timeline/lod.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { ACTIVITIES, activityWords, SPAN_STYLES, STYLE_WORDS } from '../../kernel/activities.ts';
import type { ActivityInfo, SpanStyle } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';

/** Text for what is under the pointer: a sentence, its length and place, and what the length is made of. */
export interface Description {
  readonly title: string;
  readonly detail: string;
  /** Names of cost parameters, or empty. */
  readonly costs: string;
}

/** Who does what in one span of a core: "R2 traps". */
export function spanWords({ plan, recording }: TimelineSource, core: CoreId, span: number): string {
  const spans = recording.spans[core];
  const info = ACTIVITIES[spans?.activity[span] ?? -1];
  if (spans === undefined || info === undefined) return '';
  return subject(plan, info, { app: spans.app[span], replica: spans.replica[span], core });
}

/** Describes one span of a core. */
export function describeSpan(source: TimelineSource, core: CoreId, span: number): Description {
  const { plan, recording } = source;
  const spans = recording.spans[core];
  const info = ACTIVITIES[spans?.activity[span] ?? -1];
  if (spans === undefined || info === undefined) return { title: '', detail: '', costs: '' };
  const from = spans.start[span];
  const to = span + 1 < spans.length ? spans.start[span + 1] : recording.summary.totalCycles;
  return {
    title: t('{what} on C{core}', { what: spanWords(source, core, span), core }),
    detail: stretchText(plan, from, to),
    costs: info.costs.join(' + '),
  };
}

/** `1 200 cycles, 3.000 to 3.600 µs`. */
function stretchText({ clockGHz }: MachinePlan, from: Cycles, to: Cycles): string {
  return t('{cycles} cycles, {from} to {to} µs', {
    cycles: groupDigits(to - from),
    from: formatMicroseconds(from, clockGHz),
    to: formatMicroseconds(to, clockGHz),
  });
}

interface Who {
  readonly app: number;
  readonly replica: number;
  readonly core: CoreId;
}

/** Subject and verb: "R2 traps", "Romain maps a page for R2", "nobody runs". */
function subject(plan: MachinePlan, info: ActivityInfo, { app, replica }: Who): string {
  const plain = plan.apps[app];
  if (plain === undefined)
    return info.mode === 'halted'
      ? t('Nobody runs: halted')
      : t('The kernel {does}', { does: activityWords(info) });
  const named = plan.apps.length > 1 ? `${plain.name} ` : '';
  const actor = replica >= 0 ? `R${replica}` : 'Romain';
  const label = activityWords(info);
  const does = needsIs(info.label) ? t('is {state}', { state: label }) : label;
  if (plain.redundancy === 'native') return `${plain.name} ${does}`;
  if (info.mode === 'manager' && replica >= 0) {
    return t('Romain {does} for {who}', { does, who: named + actor });
  }
  return `${named}${actor} ${does}`;
}

/** Labels that are no verb: "halted", "in open wait", "away …", "blocked …", "switched in" has its own. */
function needsIs(label: string): boolean {
  return /^(halted|in |away |blocked )/.test(label);
}

/** What takes its share of a merged pixel, where that differs from how a sum is called. */
const SHARE_WORDS: Readonly<Record<SpanStyle, string>> = {
  ...STYLE_WORDS,
  polling: msg('polls'),
  recover: msg('recovery'),
};

/** Describes a pixel into which many spans are merged: exact shares of [from, to). */
export function describeMerged(
  { plan, index }: TimelineSource,
  core: CoreId,
  [from, to]: readonly [Cycles, Cycles],
): Description {
  const lane = index[core];
  if (lane === undefined) return { title: '', detail: '', costs: '' };
  const cycles = styleCycles(lane, [from, to]);
  const total = cycles.reduce((a, b) => a + b, 0);
  const parts = SPAN_STYLES.map((style, i) => ({ style, share: cycles[i] / total }))
    .filter((part) => part.share >= 0.005)
    .toSorted((a, b) => b.share - a.share)
    .map((part) => `${t(SHARE_WORDS[part.style])} ${Math.round(part.share * 100)} %`);
  const length = cyclesToMicroseconds(to - from, plan.clockGHz);
  return {
    title: t('C{core} over {length} µs', {
      core,
      length: groupDigits(length, length < 10 ? 2 : 0),
    }),
    detail: parts.join(', '),
    costs: '',
  };
}
