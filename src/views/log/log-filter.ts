import { WHOLE_LOG } from '../../analysis/log/log-rows.ts';
import type { LogFilter } from '../../analysis/log/log-rows.ts';
import { STEP_GROUPS } from '../../analysis/log/step-groups.ts';
import type { StepGroup } from '../../analysis/log/step-groups.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { LogView } from '../../store/log.ts';

/** The rows that `view` asks for. */
export function filterOf({ kinds, core, app, replica }: Omit<LogView, 'query'>): LogFilter {
  const where = { ...WHOLE_LOG, core, app, replica };
  if (kinds === 'all') return where;
  if (kinds === 'incidents') return { ...where, kinds: new Set() };
  const colon = kinds.indexOf(':');
  const name = kinds.slice(colon + 1);
  const wanted = kinds.startsWith('group:') ? STEP_GROUPS[name as StepGroup] : [name as EventKind];
  return { ...where, kinds: new Set<EventKind>(wanted), incidents: false };
}
