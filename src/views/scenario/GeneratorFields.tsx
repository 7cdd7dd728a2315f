import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { DeviceLine } from './DeviceLine.tsx';
import { DriverFields } from './DriverFields.tsx';
import { EventFields } from './EventFields.tsx';
import { PhaseSummary } from './PhaseSummary.tsx';
import { useAppSpec } from './use-scenario.ts';

/** The figures of a generated workload; nothing for a measured one. */
export function GeneratorFields({ index }: { readonly index: number }) {
  const { spec, editSpec } = useAppSpec(index);
  const { workload } = spec;
  const path = `apps[${index}].workload`;
  const change = (next: WorkloadSpec, typing?: string) => editSpec({ workload: next }, typing);
  switch (workload.kind) {
    case 'profile':
      return null;
    case 'segments':
      return (
        <p className="quiet">
          {t('{count} segments, from a file or link.', {
            count: groupDigits(workload.segments.length),
          })}
        </p>
      );
    case 'phases':
      return <PhaseSummary index={index} workload={workload} />;
    case 'driver':
      return (
        <>
          <DriverFields workload={workload} path={path} onChange={change} />
          <DeviceLine index={index} />
        </>
      );
    default:
      return <EventFields workload={workload} path={path} onChange={change} />;
  }
}
