import { t } from '../../../base/language.ts';
import { CORE_MODES, PARTS, SIGNALLING_METHODS } from '../../../base/vocabulary.ts';
import type { Lesson, StopSpec } from '../../../lessons/lesson.ts';
import { MOMENTS } from '../../../lessons/lesson.ts';
import type { Measure, PlainMeasure } from '../../../lessons/measure.ts';
import { EVENT_ROLES, RUN_FIGURE_NAMES, STOP_FIGURE_NAMES } from '../../../lessons/measure.ts';
import type { Choice } from './Field.tsx';
import { NumberField, SelectField } from './Field.tsx';
import { newMeasure } from './new-measure.ts';
import { StopFields } from './PlaceFields.tsx';
import { MEASURE_NAMES, METHOD_NAMES, MODE_NAMES, MOMENT_NAMES, PART_NAMES } from './words.ts';

/** What a measure is chosen in. */
export interface MeasurePlace {
  readonly draft: Lesson;
  /** The scene and the stop of the step that asks. */
  readonly scene: string;
  readonly stop: StopSpec;
}

interface Props<M extends Measure> extends MeasurePlace {
  readonly label: string;
  readonly measure: M;
  /** `key` names the field that was changed. */
  readonly onChange: (measure: M, key: string) => void;
}

/** What is measured: of which scenario, with which method, where. */
export function MeasureFields({ measure, onChange, ...place }: Props<Measure>) {
  const choose = (of: Measure['of']): void => onChange(newMeasure(of, place), 'of');
  if (measure.of !== 'quotient' && measure.of !== 'difference') {
    return <PlainFields {...place} measure={measure} onOf={choose} onChange={onChange} />;
  }
  return (
    <>
      <SelectField
        label={place.label}
        value={measure.of}
        options={measureChoices(measure.of)}
        onChange={choose}
      />
      {(['left', 'right'] as const).map((side) => (
        <div key={side} className="edit-side">
          <PlainFields
            {...place}
            label={side === 'left' ? t('This figure') : t('and that one')}
            measure={measure[side]}
            plain
            onOf={(of) => onChange({ ...measure, [side]: newMeasure(of, place) }, `${side}.of`)}
            onChange={(part, key) => onChange({ ...measure, [side]: part }, `${side}.${key}`)}
          />
        </div>
      ))}
    </>
  );
}

interface PlainProps extends Props<PlainMeasure> {
  readonly onOf: (of: Measure['of']) => void;
  /** May it not be one made of two? */
  readonly plain?: boolean;
}

function PlainFields({ measure, onChange, onOf, plain = false, ...place }: PlainProps) {
  return (
    <>
      <SelectField
        label={place.label}
        value={measure.of}
        options={measureChoices(measure.of).filter(
          ({ value }) => !plain || (value !== 'quotient' && value !== 'difference'),
        )}
        onChange={onOf}
      />
      {'scene' in measure && <OfScene {...place} measure={measure} onChange={onChange} />}
      <Details measure={measure} onChange={onChange} />
    </>
  );
}

function named(list: readonly Measure['of'][], group: string): Choice<Measure['of']>[] {
  return list.map((value) => ({ value, name: t(MEASURE_NAMES[value]), group }));
}

/** Everything that can be chosen; what is set by hand in a file stays, but is not offered. */
function measureChoices(now: Measure['of']): readonly Choice<Measure['of']>[] {
  const all = [
    ...named(RUN_FIGURE_NAMES, t('Of the whole run')),
    ...named(['part', 'mode'], t('Of the whole run')),
    ...named([...EVENT_ROLES, 'between'], t('Of one event')),
    ...named(STOP_FIGURE_NAMES, t('At an instant')),
    ...named(['difference', 'quotient'], t('Two figures')),
  ];
  return all.some(({ value }) => value === now) ? all : [...all, ...named([now], t('From a file'))];
}

type OfScene = Extract<PlainMeasure, { readonly scene: string }>;

function OfScene(props: Props<PlainMeasure> & { readonly measure: OfScene }) {
  const { draft, measure, onChange } = props;
  const { method, replicas, ...bare } = measure;
  const as = { value: 'as', name: t('as in the scenario') } as const;
  const methods = SIGNALLING_METHODS.map((value) => ({ value, name: t(METHOD_NAMES[value]) }));
  const counts = ['native', '1', '2', '3', '4', '5', '6', '7'].map((value) => ({
    value,
    name: value === 'native' ? t('native, without Romain') : value,
  }));
  return (
    <>
      <SelectField
        label={t('of scenario')}
        value={measure.scene}
        options={Object.keys(draft.scenes).map((value) => ({ value, name: value }))}
        onChange={(scene) => onChange({ ...measure, scene }, 'scene')}
      />
      <SelectField
        label={t('with signalling')}
        value={method ?? 'as'}
        options={[as, ...methods]}
        onChange={(value) =>
          onChange(
            {
              ...bare,
              ...(replicas !== undefined && { replicas }),
              ...(value !== 'as' && { method: value }),
            },
            'method',
          )
        }
      />
      <SelectField
        label={t('with replicas')}
        value={replicas === undefined ? 'as' : String(replicas)}
        options={[as, ...counts]}
        onChange={(value) => {
          const count = value === 'native' ? value : Number(value);
          onChange(
            {
              ...bare,
              ...(method !== undefined && { method }),
              ...(value !== 'as' && { replicas: count }),
            },
            'replicas',
          );
        }}
      />
    </>
  );
}

interface DetailProps {
  readonly measure: PlainMeasure;
  readonly onChange: (measure: PlainMeasure, key: string) => void;
}

/** What a measure of its kind needs besides. */
function Details({ measure, onChange }: DetailProps) {
  const number = (
    label: string,
    value: number,
    [make, most]: readonly [(value: number) => PlainMeasure, number],
  ) => (
    <NumberField
      label={label}
      value={value}
      least={0}
      most={most}
      onChange={(next) => onChange(make(next), label)}
    />
  );
  if (measure.of === 'part') {
    return (
      <SelectField
        label={t('Part')}
        value={measure.part}
        options={PARTS.map((value) => ({ value, name: t(PART_NAMES[value]) }))}
        onChange={(part) => onChange({ ...measure, part }, 'part')}
      />
    );
  }
  if (measure.of === 'mode') return <Mode measure={measure} onChange={onChange} />;
  if ('event' in measure) {
    return (
      <>
        <NumberField
          label={t('Event')}
          value={measure.event + 1}
          least={1}
          most={1e9}
          onChange={(event) => onChange({ ...measure, event: event - 1 }, 'event')}
        />
        {measure.of === 'between' && <Between measure={measure} onChange={onChange} />}
      </>
    );
  }
  if (!('stop' in measure)) return null;
  return (
    <>
      <StopFields
        stop={measure.stop}
        onChange={(stop, key) => onChange({ ...measure, stop }, `stop.${key}`)}
      />
      {measure.core !== undefined &&
        number(t('Core'), measure.core, [(core) => ({ ...measure, core }), 63])}
      {measure.replica !== undefined &&
        number(t('Replica'), measure.replica, [(replica) => ({ ...measure, replica }), 6])}
    </>
  );
}

function Mode(props: DetailProps & { readonly measure: Extract<PlainMeasure, { of: 'mode' }> }) {
  const { measure, onChange } = props;
  return (
    <>
      <SelectField
        label={t('Mode')}
        value={measure.mode}
        options={CORE_MODES.map((value) => ({ value, name: t(MODE_NAMES[value]) }))}
        onChange={(mode) => onChange({ ...measure, mode }, 'mode')}
      />
      <NumberField
        label={t('Core')}
        value={measure.core}
        least={0}
        most={63}
        onChange={(core) => onChange({ ...measure, core }, 'core')}
      />
    </>
  );
}

function Between(
  props: DetailProps & { readonly measure: Extract<PlainMeasure, { of: 'between' }> },
) {
  const { measure, onChange } = props;
  const moments = MOMENTS.map((value) => ({ value, name: t(MOMENT_NAMES[value]) }));
  return (
    <>
      <SelectField
        label={t('from')}
        value={measure.from}
        options={moments}
        onChange={(from) => onChange({ ...measure, from }, 'from')}
      />
      <SelectField
        label={t('until')}
        value={measure.until}
        options={moments}
        onChange={(until) => onChange({ ...measure, until }, 'until')}
      />
    </>
  );
}
