import type { ReactNode } from 'react';
import { useStore } from 'zustand';

import { msg, t } from '../../../base/language.ts';
import type { ScaleAxis } from '../../../analysis/scalability/chart.ts';
import { SCALE_AXES } from '../../../analysis/scalability/chart.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import { MAX_CORES } from '../../../base/vocabulary.ts';
import { groupDigits } from '../../../draw/format.ts';
import { alongAxis, readWholes } from '../../../store/scalability-draft.ts';
import { readDraftWeights } from '../../../store/sweep-draft.ts';
import type {
  ReadScalability,
  ScalabilityDraft,
  ScaleListField,
} from '../../../store/scalability-draft.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { RadioGroup } from '../../scenario/RadioGroup.tsx';
import { useAppState } from '../../shell/app-context.ts';
import { SentenceFold } from '../SentenceFold.tsx';
import { CheckGroup } from '../CheckGroup.tsx';
import { DraftField } from '../DraftField.tsx';
import { useStudies } from '../studies-context.ts';
import { SentenceMenu } from '../sweep/SentenceMenu.tsx';
import { methodsWords, methodWords, protectionWords } from '../sweep/variant-words.ts';
import { useSweeps } from '../sweep/sweeps-context.ts';
import { WeightsMenu } from '../sweep/WeightsMenu.tsx';
import { WorkloadFields } from '../sweep/WorkloadFields.tsx';
import { draftWorkloadName } from '../sweep/workload-words.ts';
import { AXIS_NAMES, listWords } from './scale-words.ts';

interface Props {
  readonly draft: ScalabilityDraft;
  readonly read: ReadScalability;
  readonly onChange: (draft: ScalabilityDraft) => void;
}

/** The study as a sentence whose parts open their fields. */
export function ScaleSentence(props: Props) {
  const { draft, read, onChange } = props;
  const own = useAppState((state) => state.scenario.apps);
  const problemAt = (field: string): string =>
    read.problems.find(({ path }) => path === field)?.message ?? '';
  const { axis, apps, resCores } = draft;
  const listed = axis === 'apps' || axis === 'cores';
  return (
    <SentenceFold>
      <span>{t('Scale', {}, 'scalability')}</span>
      <AxisMenu {...props} problemAt={problemAt} />
      <span>{t('of', {}, 'scalability')}</span>
      <SentenceMenu
        name={t('Workload')}
        text={draftWorkloadName(draft.workload, own.slice(0, 1))}
        wrong={problemAt('workload') !== ''}
      >
        <WorkloadFields
          workload={draft.workload}
          only="first"
          onChange={(workload) => onChange({ ...draft, workload })}
        />
      </SentenceMenu>
      {!listed && (
        <>
          <span>{t('with', {}, 'scalability')}</span>
          <SentenceMenu
            name={t('Applications per Res core')}
            text={t('{count} per Res core', { count: listWords(apps) })}
            wrong={problemAt('apps') !== ''}
          >
            <ListField {...props} field="apps" problem={problemAt('apps')} />
          </SentenceMenu>
        </>
      )}
      {axis !== 'res-cores' && axis !== 'cores' && (
        <>
          <span>{t('on', {}, 'scalability')}</span>
          <SentenceMenu
            name={t('Res cores')}
            text={
              resCores.trim() === '1'
                ? t('1 Res core')
                : t('{count} Res cores', { count: listWords(resCores) })
            }
            wrong={problemAt('resCores') !== ''}
          >
            <ListField {...props} field="resCores" problem={problemAt('resCores')} />
          </SentenceMenu>
        </>
      )}
      <span>{t('as', {}, 'scalability')}</span>
      <ProtectionMenu {...props} problemAt={problemAt} />
      <ScaleWeights />
    </SentenceFold>
  );
}

/** What cycles weigh in the energy proxy: the same for sweeps and here. */
function ScaleWeights() {
  const { form } = useSweeps();
  const { draft } = useStore(form);
  const { measure } = useStore(useStudies().scalability.form);
  const { problems } = readDraftWeights(draft);
  return (
    <WeightsMenu
      looked={measure === 'energy'}
      problemAt={(field) =>
        problems.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message ?? ''
      }
      onChange={(part) => form.setState({ draft: { ...draft, ...part } })}
    />
  );
}

const SHORT_AXES: Readonly<Record<ScaleAxis, string>> = {
  apps: msg('applications'),
  'res-cores': msg('Res cores'),
  replicas: msg('replicas'),
  cores: msg('cores'),
};

interface MenuProps extends Props {
  readonly problemAt: (field: string) => string;
}

/** The lists that vary along an axis. */
const VARIED: Readonly<Record<ScaleAxis, readonly ScaleListField[]>> = {
  apps: ['apps'],
  'res-cores': ['resCores'],
  replicas: ['replicas'],
  cores: ['apps', 'resCores'],
};

function AxisMenu({ problemAt, ...props }: MenuProps) {
  const { draft, onChange } = props;
  const { axis } = draft;
  const { leftOut } = props.read;
  const fields = VARIED[axis];
  const wrong = [...fields, 'mostCores'].some((field) => problemAt(field) !== '');
  const values =
    axis === 'cores' ? t('up to {count}', { count: draft.mostCores }) : listWords(draft[fields[0]]);
  return (
    <SentenceMenu name={t('What varies')} text={`${t(AXIS_NAMES[axis])}, ${values}`} wrong={wrong}>
      <RadioGroup
        label={t('What varies')}
        options={SCALE_AXES.map((value) => ({ value, name: t(SHORT_AXES[value]) }))}
        value={axis}
        onChange={(next) => onChange(alongAxis(draft, next))}
      />
      {fields.map((field) => (
        <ListField key={field} {...props} field={field} problem={problemAt(field)} />
      ))}
      <DraftField
        label={t('Cores of the machine, at most')}
        value={draft.mostCores}
        problem={problemAt('mostCores')}
        onChange={(mostCores) => onChange({ ...draft, mostCores })}
      />
      <p className="quiet">
        {t('A Res core and every replica take a core each, all on one socket; at most {count}.', {
          count: MAX_CORES,
        })}
        {leftOut > 0 && ` ${leftOutText(leftOut)}`}
      </p>
    </SentenceMenu>
  );
}

function leftOutText(leftOut: number): string {
  return t(
    '{n, plural, one {One combination needs more cores and is} other {{count} combinations need more cores and are}} left out.',
    { n: leftOut, count: groupDigits(leftOut) },
  );
}

const LIST_LABELS: Readonly<Record<ScaleListField, string>> = {
  apps: msg('Applications per Res core, such as 1-8'),
  resCores: msg('Res cores, such as 1, 2, 4'),
  replicas: msg('Replicas per application, such as 2, 3'),
};

interface ListProps extends Props {
  readonly field: ScaleListField;
  readonly problem: string;
}

function ListField({ draft, onChange, field, problem }: ListProps) {
  return (
    <DraftField
      wide
      label={t(LIST_LABELS[field])}
      value={draft[field]}
      problem={problem}
      onChange={(text) => onChange({ ...draft, [field]: text })}
    />
  );
}

/** Best to worst on run time, as far as that is so in general; the order of lists and tables. */
const METHODS: readonly SignallingMethod[] = ['local', 'polling', 'ipc', 'migration'];

function ProtectionMenu({ problemAt, ...props }: MenuProps) {
  const { draft, onChange } = props;
  const wrong = problemAt('methods') !== '' || problemAt('replicas') !== '';
  return (
    <SentenceMenu name={t('Redundancy and methods')} text={protectionText(draft)} wrong={wrong}>
      {draft.axis !== 'replicas' && (
        <ListField {...props} field="replicas" problem={problemAt('replicas')} />
      )}
      <CheckGroup
        legend={t('Methods')}
        values={METHODS}
        chosen={draft.methods}
        problem={problemAt('methods')}
        faceOf={methodFace}
        onChange={(methods) => onChange({ ...draft, methods })}
      />
    </SentenceMenu>
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

function protectionText({ axis, replicas, methods }: ScalabilityDraft): string {
  if (axis === 'replicas') return methodsWords(methods);
  const counts = readWholes(replicas);
  return counts.some((count) => !(count >= 1))
    ? `${replicas}, ${methodsWords(methods)}`
    : protectionWords(counts, methods);
}
