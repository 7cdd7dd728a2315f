import type { AppId } from '../../base/units.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { MachineView } from '../../run/machine-view.ts';
import { lookInto } from '../../run/look.ts';
import type { Recording } from '../../run/recording.ts';

/** What a run tells about the faults of one app, ready to be asked at every instant. */
export interface Evidence {
  /** Incidents of the app by externalization event, in order. */
  readonly byEvent: ReadonlyMap<number, readonly Incident[]>;
  /** The same by fault. */
  readonly byFault: ReadonlyMap<number, readonly Incident[]>;
  /** The machine right after the step to which an incident belongs; the last answer is kept. */
  readonly viewAfter: (incident: Incident) => MachineView;
}

/** The evidence of `app` in `recording`, which must be one of `plan`. */
export function createEvidence(plan: MachinePlan, recording: Recording, app: AppId): Evidence {
  const byEvent = new Map<number, Incident[]>();
  const byFault = new Map<number, Incident[]>();
  for (const incident of recording.incidents) {
    if (incident.app !== app) continue;
    add(byEvent, incident.event, incident);
    add(byFault, incident.fault, incident);
  }
  const viewAt = lookInto(plan, recording);
  const viewAfter = ({ step, time }: Incident): MachineView => viewAt({ step: step + 1, time });
  return { byEvent, byFault, viewAfter };
}

function add(map: Map<number, Incident[]>, key: number, incident: Incident): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [incident]);
  else list.push(incident);
}
