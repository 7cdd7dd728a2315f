import type { ReactNode } from 'react';

import type { ScaleAxis } from '../../../analysis/scalability/chart.ts';
import { SCALE_AXES } from '../../../analysis/scalability/chart.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import { MAX_CORES, SIGNALLING_METHODS } from '../../../base/vocabulary.ts';
import { alongAxis, readWholes } from '../../../store/scalability-draft.ts';
import type {
  ReadScalability,
  ScalabilityDraft,
  ScaleListField,
} from '../../../store/scalability-draft.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { RadioGroup } from '../../scenario/RadioGroup.tsx';
import { useAppState } from '../../shell/app-context.ts';
import { CheckGroup } from '../CheckGroup.tsx';
import { DraftField } from '../DraftField.tsx';
import { SentenceMenu } from '../sweep/SentenceMenu.tsx';
import { countWords, methodWords } from '../sweep/variant-words.ts';
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
    <div className="sentence sweep-sentence">
      <span>Scale</span>
      <AxisMenu {...props} problemAt={problemAt} />
      <span>of</span>
      <SentenceMenu
        name="Workload"
        text={draftWorkloadName(draft.workload, own.slice(0, 1))}
        wrong={problemAt('workload') !== ''}
      >
        <WorkloadFields
          workload={draft.workload}
          onChange={(workload) => onChange({ ...draft, workload })}
        />
      </SentenceMenu>
      {!listed && (
        <>
          <span>with</span>
          <SentenceMenu
            name="Applications per Res core"
            text={`${listWords(apps)} per Res core`}
            wrong={problemAt('apps') !== ''}
          >
            <ListField {...props} field="apps" problem={problemAt('apps')} />
          </SentenceMenu>
        </>
      )}
      {axis !== 'res-cores' && axis !== 'cores' && (
        <>
          <span>on</span>
          <SentenceMenu
            name="Res cores"
            text={`${listWords(resCores)} ${resCores.trim() === '1' ? 'Res core' : 'Res cores'}`}
            wrong={problemAt('resCores') !== ''}
          >
            <ListField {...props} field="resCores" problem={problemAt('resCores')} />
          </SentenceMenu>
        </>
      )}
      <span>as</span>
      <ProtectionMenu {...props} problemAt={problemAt} />
    </div>
  );
}

const SHORT_AXES: Readonly<Record<ScaleAxis, string>> = {
  apps: 'applications',
  'res-cores': 'Res cores',
  replicas: 'replicas',
  cores: 'cores',
};
const AXIS_OPTIONS = SCALE_AXES.map((value) => ({ value, name: SHORT_AXES[value] }));

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
  const fields = VARIED[axis];
  const wrong = [...fields, 'mostCores'].some((field) => problemAt(field) !== '');
  const values = axis === 'cores' ? `up to ${draft.mostCores}` : listWords(draft[fields[0]]);
  return (
    <SentenceMenu name="What varies" text={`${AXIS_NAMES[axis]}, ${values}`} wrong={wrong}>
      <RadioGroup
        label="What varies"
        options={AXIS_OPTIONS}
        value={axis}
        onChange={(next) => onChange(alongAxis(draft, next))}
      />
      {fields.map((field) => (
        <ListField key={field} {...props} field={field} problem={problemAt(field)} />
      ))}
      <DraftField
        label="Cores of the machine, at most"
        value={draft.mostCores}
        problem={problemAt('mostCores')}
        onChange={(mostCores) => onChange({ ...draft, mostCores })}
      />
      <p className="quiet">
        A Res core and every replica take a core each, all on one socket; at most {MAX_CORES}.
        {props.read.leftOut > 0 &&
          ` ${props.read.leftOut} combinations need more cores and are left out.`}
      </p>
    </SentenceMenu>
  );
}

const LIST_LABELS: Readonly<Record<ScaleListField, string>> = {
  apps: 'Applications per Res core, such as 1-8',
  resCores: 'Res cores, such as 1, 2, 4',
  replicas: 'Replicas per application, such as 2, 3',
};

interface ListProps extends Props {
  readonly field: ScaleListField;
  readonly problem: string;
}

function ListField({ draft, onChange, field, problem }: ListProps) {
  return (
    <DraftField
      wide
      label={LIST_LABELS[field]}
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
    <SentenceMenu name="Redundancy and methods" text={protectionText(draft)} wrong={wrong}>
      {draft.axis !== 'replicas' && (
        <ListField {...props} field="replicas" problem={problemAt('replicas')} />
      )}
      <CheckGroup
        legend="Methods"
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
  const names =
    methods.length === 1
      ? methodWords(methods[0])
      : methods.length === SIGNALLING_METHODS.length
        ? 'every method'
        : `${methods.length} methods`;
  if (axis === 'replicas') return names;
  const counts = readWholes(replicas);
  const groups = counts.some((count) => !(count >= 1)) ? [replicas] : counts.map(countWords);
  return `${groups.join(' and ')}, ${names}`;
}
