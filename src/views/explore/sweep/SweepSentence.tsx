import type { ReactNode } from 'react';
import { useStore } from 'zustand';

import { msg, t } from '../../../base/language.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import type { AppSpec, PlacementSpec } from '../../../scenario/scenario.ts';
import type { ReadSweep, SweepDraft } from '../../../store/sweep-draft.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { ReplicaGlyph } from '../../glyphs/ReplicaGlyph.tsx';
import { useAppState } from '../../shell/app-context.ts';
import { SentenceFold } from '../SentenceFold.tsx';
import { CheckGroup } from '../CheckGroup.tsx';
import { AxisFields } from './AxisFields.tsx';
import { parameterName } from './axis-view.ts';
import { DraftField } from '../DraftField.tsx';
import { SentenceMenu } from './SentenceMenu.tsx';
import { useSweeps } from './sweeps-context.ts';
import { countWords, methodWords, protectionWords } from './variant-words.ts';
import { WeightsMenu } from './WeightsMenu.tsx';
import { WorkloadFields } from './WorkloadFields.tsx';
import { draftWorkloadName } from './workload-words.ts';

interface Props {
  readonly read: ReadSweep;
}

/** What is swept, as a sentence whose bold parts are its controls. */
export function SweepSentence({ read }: Props) {
  const { form } = useSweeps();
  const { draft, linesMetric, mapMetric } = useStore(form);
  const looked = linesMetric === 'energy' || (mapMetric === 'energy' && draft.y !== null);
  const change = (part: Partial<SweepDraft>): void =>
    form.setState({ draft: { ...draft, ...part } });
  const problemAt = (field: string): string =>
    read.problems.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message ?? '';
  return (
    <SentenceFold>
      <span>{t('Sweep', {}, 'sweep')}</span>
      <SentenceMenu
        name={t('First axis')}
        text={parameterName(draft.x.parameter)}
        wrong={problemAt('x') !== ''}
      >
        <AxisFields
          field="x"
          axis={draft.x}
          read={read}
          onChange={(x) => x !== null && change({ x })}
        />
      </SentenceMenu>
      <span>{t('against', {}, 'sweep')}</span>
      <SentenceMenu
        name={t('Second axis')}
        text={draft.y === null ? t('nothing else') : parameterName(draft.y.parameter)}
        wrong={problemAt('y') !== ''}
      >
        <AxisFields field="y" optional axis={draft.y} read={read} onChange={(y) => change({ y })} />
      </SentenceMenu>
      <span>{t('for', {}, 'sweep')}</span>
      <WorkloadMenu draft={draft} problem={problemAt('workload')} onChange={change} />
      <span>{t('on', {}, 'sweep')}</span>
      <PlacementField placement={draft.placement} onChange={(placement) => change({ placement })} />
      <span>{t('with', {}, 'sweep')}</span>
      <VariantsMenu draft={draft} problemAt={problemAt} onChange={change} />
      <span>{t('over', {}, 'sweep')}</span>
      <SentenceMenu
        name={t('Seeds')}
        text={seedsText(draft.seeds)}
        wrong={problemAt('seeds') !== ''}
      >
        <DraftField
          label={t('Seeds')}
          value={draft.seeds}
          problem={problemAt('seeds')}
          onChange={(seeds) => change({ seeds })}
        />
        <p className="quiet">
          {t(
            'So many from the seed of the Lab on, or a list of seeds. Figures show the median and the range over them.',
          )}
        </p>
      </SentenceMenu>
      <WeightsMenu looked={looked} problemAt={problemAt} onChange={change} />
    </SentenceFold>
  );
}

function seedsText(seeds: string): string {
  if (seeds.includes(',')) return t('seeds {list}', { list: seeds.replace(/,\s*$/u, '') });
  return seeds.trim() === '1' ? t('one seed') : t('{count} seeds', { count: seeds });
}

interface PartProps {
  readonly draft: SweepDraft;
  readonly onChange: (part: Partial<SweepDraft>) => void;
}

function WorkloadMenu({ draft, problem, onChange }: PartProps & { readonly problem: string }) {
  const own = useAppState((state) => state.scenario.apps);
  return (
    <SentenceMenu
      name={t('Workload')}
      text={draftWorkloadName(draft.workload, own)}
      wrong={problem !== ''}
    >
      <WorkloadFields workload={draft.workload} onChange={(workload) => onChange({ workload })} />
    </SentenceMenu>
  );
}

const PLACEMENTS = [
  ['', msg('cores as in the Lab')],
  ['same-socket', msg('the same socket')],
  ['other-socket', msg('the other socket')],
  ['spread', msg('both sockets in turn')],
] as const;

interface PlacementProps {
  readonly placement: PlacementSpec | null;
  readonly onChange: (placement: PlacementSpec | null) => void;
}

function PlacementField({ placement, onChange }: PlacementProps) {
  return (
    <select
      aria-label={t('Cores of the sweep')}
      className="sentence-field"
      value={typeof placement === 'string' ? placement : ''}
      onChange={({ target }) =>
        onChange(target.value === '' ? null : (target.value as 'same-socket' | 'spread'))
      }
    >
      {PLACEMENTS.map(([value, text]) => (
        <option key={value} value={value}>
          {t(text)}
        </option>
      ))}
    </select>
  );
}

const REDUNDANCIES: readonly AppSpec['redundancy'][] = ['native', 1, 2, 3, 4, 5, 7];
/** Best to worst on run time, as far as that is so in general; the order of lists and tables. */
const METHODS: readonly SignallingMethod[] = ['local', 'polling', 'ipc', 'migration'];

function VariantsMenu({
  draft,
  problemAt,
  onChange,
}: PartProps & { readonly problemAt: (field: string) => string }) {
  const { redundancies, methods } = draft;
  const wrong = problemAt('methods') !== '' || problemAt('redundancies') !== '';
  const marks = redundancies.filter((one): one is number => typeof one === 'number' && one > 1);
  return (
    <SentenceMenu
      name={t('Redundancy and methods')}
      wrong={wrong}
      text={protectionWords(redundancies, methods)}
      face={marks.map((count) => (
        <span key={count} className="copies">
          {Array.from({ length: Math.min(count, 3) }, (_, id) => (
            <ReplicaGlyph key={id} id={id} size={12} digit={false} />
          ))}
        </span>
      ))}
    >
      <CheckGroup
        legend={t('Redundancy')}
        values={REDUNDANCIES}
        chosen={redundancies}
        problem={problemAt('redundancies')}
        faceOf={countWords}
        onChange={(next) => onChange({ redundancies: next })}
      />
      <CheckGroup
        legend={t('Methods')}
        values={METHODS}
        chosen={methods}
        problem={problemAt('methods')}
        faceOf={methodFace}
        onChange={(next) => onChange({ methods: next })}
      />
      <ScopeField draft={draft} onChange={onChange} />
    </SentenceMenu>
  );
}

/** With several applications: which of them the sweep changes. */
function ScopeField({ draft, onChange }: PartProps) {
  const several = useAppState((state) => state.scenario.apps.length > 1);
  if (draft.scope === 'all' && (!several || draft.workload !== null)) return null;
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={draft.scope === 'first'}
        onChange={({ target }) => onChange({ scope: target.checked ? 'first' : 'all' })}
      />
      <span>{t('only the first application')}</span>
    </label>
  );
}

function methodFace(method: SignallingMethod): ReactNode {
  return (
    <>
      <MethodPictogram method={method} width={22} />
      {methodWords(method)}
    </>
  );
}
