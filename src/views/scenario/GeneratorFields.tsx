import { PROGRAM_TRAP_KINDS } from '../../base/vocabulary.ts';
import type { ProgramTrapKind } from '../../base/vocabulary.ts';
import { NumberField } from './NumberField.tsx';
import { useAppSpec } from './use-scenario.ts';

/** The figures of a generated workload; nothing for a measured one. */
export function GeneratorFields({ index }: { readonly index: number }) {
  const { spec, editSpec } = useAppSpec(index);
  const { workload } = spec;
  const path = `apps[${index}].workload`;
  if (workload.kind === 'profile') return null;
  if (workload.kind === 'segments') {
    return <p className="quiet">{workload.segments.length} segments, from a file or link.</p>;
  }
  if (workload.kind === 'phases') {
    return <p className="quiet">{workload.phases.length} phases, from a file or link.</p>;
  }
  return (
    <div className="generator">
      <NumberField
        label="Events"
        path={`${path}.events`}
        value={workload.events}
        onChange={(events) => editSpec({ workload: { ...workload, events } }, `${path}.events`)}
      />
      <NumberField
        label={workload.kind === 'periodic' ? 'Every' : 'Every, on average'}
        unit="instructions"
        path={`${path}.instructions`}
        value={workload.instructions}
        onChange={(instructions) =>
          editSpec({ workload: { ...workload, instructions } }, `${path}.instructions`)
        }
      />
      {workload.kind === 'periodic' ? (
        <TrapField
          trap={workload.trap}
          onChange={(trap) => editSpec({ workload: { ...workload, trap } })}
        />
      ) : (
        <>
          <NumberField
            label="Share of page faults"
            path={`${path}.pagefaultShare`}
            value={workload.pagefaultShare}
            onChange={(pagefaultShare) =>
              editSpec({ workload: { ...workload, pagefaultShare } }, `${path}.pagefaultShare`)
            }
          />
          <NumberField
            label="Its seed"
            path={`${path}.seed`}
            value={workload.seed}
            onChange={(seed) => editSpec({ workload: { ...workload, seed } }, `${path}.seed`)}
          />
        </>
      )}
    </div>
  );
}

interface TrapProps {
  readonly trap: ProgramTrapKind;
  readonly onChange: (trap: ProgramTrapKind) => void;
}

function TrapField({ trap, onChange }: TrapProps) {
  return (
    <label className="field">
      <span className="field-name">Trap</span>
      <select
        value={trap}
        onChange={({ target }) =>
          onChange(PROGRAM_TRAP_KINDS.find((kind) => kind === target.value) ?? trap)
        }
      >
        {PROGRAM_TRAP_KINDS.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </select>
    </label>
  );
}
