import { t } from '../../base/language.ts';
import { upperBound } from '../../base/binary-search.ts';
import type { CoreId, Cycles } from '../../base/units.ts';
import { ACTIVITIES, ACTIVITY, activityWords } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { formatMicroseconds } from '../format.ts';

/**
 * What every core that ever acts does at `time`, one sentence part each, after the time itself: the
 * machine in words for a picture that shows only its timeline.
 */
export function stateLine(
  { plan, recording }: { readonly plan: MachinePlan; readonly recording: Recording },
  time: Cycles,
): readonly string[] {
  const cores = recording.spans.flatMap(({ length }, core) => (length > 1 ? [core] : []));
  const parts = cores.map((core) => `C${core} ${doing({ plan, recording }, core, time)}`);
  return [t('At {time} µs:', { time: formatMicroseconds(time, plan.clockGHz) }), ...parts];
}

function doing(
  { plan, recording }: { readonly plan: MachinePlan; readonly recording: Recording },
  core: CoreId,
  time: Cycles,
): string {
  const spans = recording.spans[core];
  const i = upperBound(spans.start, time, spans.length) - 1;
  if (i < 0) return activityWords(ACTIVITY.halted);
  const { mode } = ACTIVITIES[spans.activity[i]];
  const does = activityWords(ACTIVITIES[spans.activity[i]]);
  const [app, replica] = [spans.app[i], spans.replica[i]];
  if (app < 0) return does;
  const name = plan.apps.length > 1 ? `${plan.apps[app].name} ` : '';
  const romain = `${name}Romain`;
  if (replica < 0) return `${romain} ${does}`;
  if (mode === 'manager') return `${romain} ${does} (R${replica})`;
  if (plan.apps[app].redundancy === 'native') return `${plan.apps[app].name} ${does}`;
  return `${name}R${replica} ${does}`;
}
