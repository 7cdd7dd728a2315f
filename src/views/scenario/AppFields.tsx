import { memo } from 'react';

import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { WorkloadEntry } from '../../store/state.ts';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { latePart } from '../shell/use-late-code.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { useAppSpec } from './use-scenario.ts';
import {
  choiceOf,
  entryName,
  groupByTitle,
  OWN_GROUP,
  programName,
  workloadOf,
} from './workload-names.ts';

interface Props {
  /** Index of the app. */
  readonly index: number;
}

/** The choice that opens the import of a log. */
const IMPORT = 'import';

/** What the app executes. */
export const WorkloadField = memo(function WorkloadField({ index }: Props) {
  const app = useApp();
  const { spec, editSpec } = useAppSpec(index);
  const workloads = useAppState((state) => state.workloads) ?? [];
  const choice = choiceOf(spec.workload);
  const known = spec.workload.kind !== 'profile' || workloads.some(({ id }) => id === choice);
  const choose = (value: string): void => {
    if (value === IMPORT) {
      app.open({ kind: 'import', files: [], app: index });
      return;
    }
    const workload = workloadOf(value, spec.workload);
    const entry = workloads.find(({ id }) => id === value);
    const name = workload.kind === 'profile' ? (entry?.name ?? workload.id) : workload.kind;
    editSpec({ workload, name });
  };
  const groups = groupByTitle(workloads);
  return (
    <select
      aria-label="Workload"
      className="sentence-field"
      value={choice}
      onChange={(event) => choose(event.target.value)}
    >
      {!known && <option value={choice}>{programName(spec)}</option>}
      {groups.map(([title, entries]) =>
        title === OWN_GROUP ? null : (
          <optgroup key={title} label={title}>
            <Entries entries={entries} />
          </optgroup>
        ),
      )}
      <optgroup label="Generators">
        <option value="periodic">periodic traps</option>
        <option value="random">random traps</option>
        <option value="phases">phases</option>
        <option value="driver">device driver</option>
        {spec.workload.kind === 'segments' && <option value="segments">own segments</option>}
      </optgroup>
      <optgroup label={OWN_GROUP}>
        <Entries entries={workloads.filter(({ own }) => own)} />
        <option value={IMPORT}>Import a log…</option>
      </optgroup>
    </select>
  );
});

function Entries({ entries }: { readonly entries: readonly WorkloadEntry[] }) {
  return entries.map((entry) => (
    <option key={entry.id} value={entry.id}>
      {entryName(entry)}
    </option>
  ));
}

const REDUNDANCIES = [
  { value: 'native', name: 'native, without Romain', face: 'native' },
  { value: '1', name: 'one replica', face: '1' },
  { value: '2', name: 'two replicas (DMR)', face: <Copies count={2} text="DMR" /> },
  { value: '3', name: 'three replicas (TMR)', face: <Copies count={3} text="TMR" /> },
  { value: '4', name: 'four replicas', face: '4' },
  { value: '5', name: 'five replicas', face: '5' },
  { value: '6', name: 'six replicas', face: '6' },
  { value: '7', name: 'seven replicas', face: '7' },
] as const;

function Copies({ count, text }: { readonly count: number; readonly text: string }) {
  return (
    <>
      <span className="copies">
        {Array.from({ length: count }, (_, id) => (
          <ReplicaGlyph key={id} id={id} size={10} digit={false} />
        ))}
      </span>
      {text}
    </>
  );
}

/** How many replicas run it. */
export const RedundancyField = memo(function RedundancyField({ index }: Props) {
  const { spec, editSpec } = useAppSpec(index);
  const value = String(spec.redundancy) as (typeof REDUNDANCIES)[number]['value'];
  return (
    <RadioGroup
      label="Redundancy"
      options={REDUNDANCIES}
      value={value}
      onChange={(chosen) => {
        const redundancy = chosen === 'native' ? chosen : Number(chosen);
        // A list of cores fits one number of replicas only.
        const fits = typeof spec.placement === 'string';
        editSpec(fits ? { redundancy } : { redundancy, placement: 'same-socket' });
      }}
    />
  );
});

/** The four methods as a person reads them. */
const METHOD_NAMES: Readonly<Record<SignallingMethod, string>> = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'synchronous IPC',
  polling: 'shared memory polling',
};

const METHOD_FACES: Readonly<Record<SignallingMethod, string>> = {
  local: 'local',
  migration: 'migration',
  ipc: 'sync IPC',
  polling: 'shared memory',
};

const METHODS = SIGNALLING_METHODS.map((value) => ({
  value,
  name: METHOD_NAMES[value],
  face: (
    <>
      <MethodPictogram method={value} width={24} />
      <span className="segment-word">{METHOD_FACES[value]}</span>
    </>
  ),
}));

/** How its replicas tell Romain of their traps. */
export const SignallingField = memo(function SignallingField({ index }: Props) {
  const { spec, editSpec } = useAppSpec(index);
  return (
    <RadioGroup
      label="Signalling"
      className="methods"
      options={METHODS}
      value={spec.signalling}
      onChange={(signalling) => editSpec({ signalling })}
    />
  );
});

const PlacementCores = latePart(async () => (await import('./PlacementCores.tsx')).PlacementCores);

/** Where its replicas live. */
export const PlacementField = memo(function PlacementField({ index }: Props) {
  const { spec, editSpec } = useAppSpec(index);
  const cores = useHeldRun()?.plan.apps[index]?.cores ?? [];
  return (
    <>
      <select
        aria-label="Placement"
        className="sentence-field"
        title={cores.map((core) => `C${core}`).join(' ')}
        value={typeof spec.placement === 'string' ? spec.placement : 'cores'}
        onChange={({ target: { value } }) =>
          editSpec({
            placement:
              value === 'cores' ? [...cores] : (value as 'same-socket' | 'other-socket' | 'spread'),
          })
        }
      >
        <option value="same-socket">same socket</option>
        <option value="other-socket">other socket</option>
        <option value="spread">alternating sockets</option>
        <option value="cores">these cores</option>
      </select>
      <PlacementCores index={index} urgent={typeof spec.placement !== 'string'} />
    </>
  );
});
