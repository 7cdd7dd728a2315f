import { memo } from 'react';
import type { ReactNode } from 'react';

import { assertUnreachable } from '../../base/assert.ts';
import { msg, t } from '../../base/language.ts';
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
      aria-label={t('Workload')}
      className="sentence-field"
      value={choice}
      onChange={(event) => choose(event.target.value)}
    >
      {!known && <option value={choice}>{programName(spec)}</option>}
      {groups.map(([title, entries]) =>
        title === OWN_GROUP ? null : (
          <optgroup key={title} label={t(title)}>
            <Entries entries={entries} />
          </optgroup>
        ),
      )}
      <optgroup label={t('Generators')}>
        <option value="periodic">{t('periodic traps')}</option>
        <option value="random">{t('random traps')}</option>
        <option value="phases">{t('phases')}</option>
        <option value="driver">{t('device driver')}</option>
        {spec.workload.kind === 'segments' && <option value="segments">{t('own segments')}</option>}
      </optgroup>
      <optgroup label={t(OWN_GROUP)}>
        <Entries entries={workloads.filter(({ own }) => own)} />
        <option value={IMPORT}>{t('Import a log…')}</option>
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

const REDUNDANCIES = ['native', '1', '2', '3', '4', '5', '6', '7'] as const;
type RedundancyChoice = (typeof REDUNDANCIES)[number];

/** How many replicas, in words. */
const REDUNDANCY_NAMES: Readonly<Record<RedundancyChoice, string>> = {
  native: msg('native, without Romain'),
  '1': msg('one replica'),
  '2': msg('two replicas (DMR)'),
  '3': msg('three replicas (TMR)'),
  '4': msg('four replicas'),
  '5': msg('five replicas'),
  '6': msg('six replicas'),
  '7': msg('seven replicas'),
};

function redundancyFace(value: RedundancyChoice): ReactNode {
  switch (value) {
    case 'native':
      return t('native');
    case '2':
      return <Copies count={2} text="DMR" />;
    case '3':
      return <Copies count={3} text="TMR" />;
    default:
      return value;
  }
}

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
  const value = String(spec.redundancy) as RedundancyChoice;
  return (
    <RadioGroup
      label={t('Redundancy')}
      options={REDUNDANCIES.map((choice) => ({
        value: choice,
        name: t(REDUNDANCY_NAMES[choice]),
        face: redundancyFace(choice),
      }))}
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
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('synchronous IPC'),
  polling: msg('shared memory polling'),
};

/** The same on their buttons. */
function methodFace(method: SignallingMethod): string {
  switch (method) {
    case 'local':
      return t('local');
    case 'migration':
      return t('migration');
    case 'ipc':
      return t('sync IPC');
    case 'polling':
      return t('shared memory', {}, 'sentence');
    default:
      return assertUnreachable(method);
  }
}

function methodOption(value: SignallingMethod) {
  return {
    value,
    name: t(METHOD_NAMES[value]),
    face: (
      <>
        <MethodPictogram method={value} width={24} />
        <span className="segment-word">{methodFace(value)}</span>
      </>
    ),
  };
}

/** How its replicas tell Romain of their traps. */
export const SignallingField = memo(function SignallingField({ index }: Props) {
  const { spec, editSpec } = useAppSpec(index);
  return (
    <RadioGroup
      label={t('Signalling')}
      className="methods"
      options={SIGNALLING_METHODS.map(methodOption)}
      value={spec.signalling}
      onChange={(signalling) => editSpec({ signalling })}
    />
  );
});

const PlacementCores = latePart(async () => (await import('./PlacementCores.tsx')).PlacementCores);

interface PlacementProps extends Props {
  /** The field stands for itself, not behind “on”, which other languages decline by. */
  readonly alone?: boolean;
}

type PlacementChoice = 'same-socket' | 'other-socket' | 'spread' | 'cores';

function placementNames(alone: boolean): Readonly<Record<PlacementChoice, string>> {
  return alone
    ? {
        'same-socket': t('same socket'),
        'other-socket': t('other socket'),
        spread: t('alternating sockets'),
        cores: t('these cores'),
      }
    : {
        'same-socket': t('same socket', {}, 'sentence'),
        'other-socket': t('other socket', {}, 'sentence'),
        spread: t('alternating sockets', {}, 'sentence'),
        cores: t('these cores', {}, 'sentence'),
      };
}

/** Where its replicas live. */
export const PlacementField = memo(function PlacementField({
  index,
  alone = false,
}: PlacementProps) {
  const { spec, editSpec } = useAppSpec(index);
  const cores = useHeldRun()?.plan.apps[index]?.cores ?? [];
  // In the sentence, the list itself is what is chosen.
  const listed = !alone && typeof spec.placement !== 'string';
  return (
    <>
      <select
        aria-label={t('Placement')}
        className={listed ? 'sentence-field arrow-only' : 'sentence-field'}
        title={cores.map((core) => `C${core}`).join(' ')}
        value={typeof spec.placement === 'string' ? spec.placement : 'cores'}
        onChange={({ target: { value } }) =>
          editSpec({
            placement:
              value === 'cores' ? [...cores] : (value as 'same-socket' | 'other-socket' | 'spread'),
          })
        }
      >
        {Object.entries(placementNames(alone)).map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
      <PlacementCores index={index} urgent={typeof spec.placement !== 'string'} />
    </>
  );
});
