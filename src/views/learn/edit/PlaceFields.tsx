import { t } from '../../../base/language.ts';
import { groupDigits } from '../../../draw/format.ts';
import { atMoment, withScene } from '../../../lessons/edit-steps.ts';
import type { Lesson, LessonStep, StopSpec } from '../../../lessons/lesson.ts';
import { MOMENTS } from '../../../lessons/lesson.ts';
import { scenarioOfScene } from '../../../lessons/scene.ts';
import { PRESETS, titleOf } from '../../../scenario/presets.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { NumberField, Problem, SelectField } from './Field.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { useEditor, useEditorState, useProblem } from './use-editor.ts';
import { METHOD_NAMES, MOMENT_NAMES, STOP_NAMES } from './words.ts';

/** A step that is written. */
export interface StepProps {
  readonly draft: Lesson;
  readonly index: number;
  readonly step: LessonStep;
}

/** The scenario of a step, and where its run stops. */
export function PlaceFields({ draft, index, step }: StepProps) {
  const editor = useEditor();
  const path = `steps[${index}]`;
  const scene = useProblem(`${path}.scene`);
  const problem = useProblem(`${path}.stop`, true);
  const scenes = useSceneNames(draft);
  const moment = editor.labMoment();
  const choose = (value: string): void =>
    editor.replace((lesson) => {
      const [, preset] = value.split('preset:');
      const found = preset === undefined ? null : withScene(lesson, { preset });
      const steps = lesson.steps.map((one, i) =>
        i === index ? { ...one, scene: found?.name ?? value } : one,
      );
      return { ...lesson, scenes: found?.scenes ?? lesson.scenes, steps };
    });
  return (
    <fieldset className="edit-group">
      <legend>{t('Where it plays')}</legend>
      <div className="edit-fields">
        <SelectField
          label={t('Scenario')}
          value={step.scene ?? ''}
          options={scenes}
          problem={scene}
          onChange={choose}
        />
        <StopFields
          stop={step.stop ?? { kind: 'start' }}
          onChange={(stop, key) =>
            editor.change(`${path}.stop.${key}`, ({ steps }) => void (steps[index].stop = stop))
          }
        />
      </div>
      <Problem text={problem === null ? null : t('This stop: {problem}.', { problem })} />
      <Reached index={index} />
      <p>
        <button
          type="button"
          className="text-button"
          disabled={moment === null}
          onClick={() => {
            if (moment !== null) editor.replace((lesson) => atMoment(lesson, index, moment));
          }}
        >
          {t('Take scenario and instant of the Lab')}
        </button>
      </p>
    </fieldset>
  );
}

/** The scenes of the lesson by their titles, and presets that may become one. */
function useSceneNames({ scenes }: Lesson) {
  const mine = Object.entries(scenes).map(([value, scene]) => {
    const scenario = scenarioOfScene(scene);
    const name = scenario.ok ? `${value}: ${sceneName(scenario.value)}` : value;
    return { value, name, group: t('In this lesson') };
  });
  const presets = PRESETS.map((preset) => ({
    value: `preset:${preset.id}`,
    name: titleOf(preset),
    group: t('Presets'),
  }));
  return [...mine, ...presets];
}

/** What a scenario is called, or what it runs. */
function sceneName({ title, apps }: Scenario): string {
  const preset = PRESETS.find((one) => one.scenario.title === title);
  if (preset !== undefined) return titleOf(preset);
  if (title !== '') return title;
  const [{ name, redundancy, signalling }] = apps;
  if (redundancy === 'native') return t('{name}, native', { name });
  return t('{name}, {n, plural, one {{n} replica} other {{n} replicas}}, {method}', {
    name,
    n: redundancy,
    method: t(METHOD_NAMES[signalling]),
  });
}

/** Where the run of this step stops, as the kernel has it. */
function Reached({ index }: { readonly index: number }) {
  const at = useEditorState(({ findings }) => findings?.steps[index]?.at ?? null);
  // What was found belongs to the steps as they stood before.
  const asking = useEditorState((state) => state.asking);
  if (asking) return <p className="quiet">{t('The kernel is working it out.')}</p>;
  if (at === null) return null;
  return (
    <p className="quiet num">
      {t('stops at cycle {cycle}, kernel step {step}', {
        cycle: groupDigits(at.time),
        step: groupDigits(at.step),
      })}
    </p>
  );
}

interface StopProps {
  readonly stop: StopSpec;
  /** `key` names the field that was changed. */
  readonly onChange: (stop: StopSpec, key: string) => void;
}

/** Where a run stops. */
export function StopFields({ stop, onChange }: StopProps) {
  const kinds = (['start', 'end', 'event', 'until', 'instant'] as const)
    .filter((kind) => kind !== 'instant' || stop.kind === 'instant')
    .map((value) => ({ value, name: t(STOP_NAMES[value]) }));
  return (
    <>
      <SelectField
        label={t('Stop')}
        value={stop.kind}
        options={kinds}
        onChange={(kind) => onChange(newStop(kind, stop), 'kind')}
      />
      {stop.kind === 'event' && (
        <>
          <NumberField
            label={t('Event')}
            value={stop.event + 1}
            least={1}
            most={1e9}
            onChange={(event) => onChange({ ...stop, event: event - 1 }, 'event')}
          />
          <SelectField
            label={t('Moment')}
            value={stop.moment}
            options={MOMENTS.map((value) => ({ value, name: t(MOMENT_NAMES[value]) }))}
            onChange={(moment) => onChange({ ...stop, moment }, 'moment')}
          />
        </>
      )}
      {stop.kind === 'until' && <ConditionFields stop={stop} onChange={onChange} />}
      {stop.kind === 'instant' && (
        <p className="quiet">
          {t('An instant belongs to one seed: a stop in an event lasts longer.')}
        </p>
      )}
    </>
  );
}

function newStop(kind: StopSpec['kind'], before: StopSpec): StopSpec {
  switch (kind) {
    case 'start':
    case 'end':
      return { kind };
    case 'event': {
      const event = before.kind === 'until' ? (before.event ?? 0) : 0;
      return { kind, event, moment: 'met' };
    }
    case 'until': {
      const event = before.kind === 'event' ? { event: before.event } : {};
      return { kind, condition: { kind: 'incident' }, ...event };
    }
    case 'instant':
      return before.kind === 'instant' ? before : { kind, time: 0, step: 0 };
    default:
      return kind satisfies never;
  }
}
