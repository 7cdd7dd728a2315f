import type { ReactNode } from 'react';

import { msg, t } from '../../base/language.ts';
import { TABLE_NAMES, TABLES } from '../../export/tables/tables.ts';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { panelElement } from './panel-picture.ts';
import { PICTURES } from './draft.ts';
import type { Draft } from './draft.ts';
import { PICTURE_NAMES } from './words.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** What there is to choose of the chosen kind. */
export function KindFields(props: Props) {
  switch (props.draft.kind) {
    case 'trace':
      return <TraceFields {...props} />;
    case 'table':
      return <TableFields {...props} />;
    case 'picture':
      return <PictureFields {...props} />;
    default:
      return <MovieFields {...props} />;
  }
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="export-field">
      <span className="field-name" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  /** The name for those who hear it alone; the one that is written when absent. */
  readonly label?: string;
  /** What there is to choose, and how each is called. */
  readonly names: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, under its name. */
export function ChoiceField<T extends string>(props: ChoiceProps<T>) {
  const { name, label = name, names, value, onChange } = props;
  return (
    <Field name={name}>
      <RadioGroup
        label={label}
        options={names.map(([one, called]) => ({ value: one, name: called }))}
        value={value}
        onChange={onChange}
      />
    </Field>
  );
}

const DETAILS = [
  ['cycles', 'Perfetto'],
  ['names', 'speedscope'],
] as const;
const PACKINGS = [
  ['plain', '.json'],
  ['packed', '.json.gz'],
] as const;
const TABLE_FORMATS = [
  ['csv', 'CSV'],
  ['jsonl', msg('JSON Lines')],
] as const;
const PICTURE_FORMATS = [
  ['svg', 'SVG'],
  ['png', 'PNG, 2×'],
] as const;
const MOVIE_FORMATS = [
  ['gif', 'GIF'],
  ['webm', 'WebM'],
] as const;
const RATES = [6, 12, 24].map((fps) => [String(fps), String(fps)] as const);
const LENGTHS = [2, 4, 8, 16].map((length) => [String(length), `${length} s`] as const);

function TraceFields({ draft, change }: Props) {
  return (
    <>
      <ChoiceField
        name={t('For')}
        label={t('Made for')}
        names={DETAILS}
        value={draft.detail}
        onChange={(detail) => change({ detail })}
      />
      <ChoiceField
        name={t('File')}
        names={PACKINGS}
        value={draft.packed ? 'packed' : 'plain'}
        onChange={(file) => change({ packed: file === 'packed' })}
      />
    </>
  );
}

function TableFields({ draft, change }: Props) {
  return (
    <>
      <Field name={t('Rows')}>
        <select
          aria-label={t('Rows')}
          value={draft.table}
          onChange={({ target }) => change({ table: target.value as Draft['table'] })}
        >
          {TABLE_NAMES.map((name) => (
            <option key={name} value={name}>
              {name}: {TABLES[name].title}
            </option>
          ))}
        </select>
      </Field>
      <ChoiceField
        name={t('File')}
        names={TABLE_FORMATS.map(([format, name]) => [format, t(name)])}
        value={draft.tableFormat}
        onChange={(tableFormat) => change({ tableFormat })}
      />
    </>
  );
}

function PictureFields({ draft, change }: Props) {
  const there = PICTURES.filter(
    (name) => (name !== 'machine' && name !== 'side') || panelElement(name) !== null,
  );
  return (
    <>
      <ChoiceField
        name={t('Of')}
        label={t('Picture of')}
        names={there.map((value) => [value, t(PICTURE_NAMES[value])])}
        value={draft.picture}
        onChange={(picture) => change({ picture })}
      />
      <ChoiceField
        name={t('File')}
        names={PICTURE_FORMATS}
        value={draft.pictureFormat}
        onChange={(pictureFormat) => change({ pictureFormat })}
      />
    </>
  );
}

function MovieFields({ draft, change }: Props) {
  return (
    <>
      <ChoiceField
        name={t('File')}
        names={MOVIE_FORMATS}
        value={draft.movieFormat}
        onChange={(movieFormat) => change({ movieFormat })}
      />
      <ChoiceField
        name={t('Pictures a second')}
        names={RATES}
        value={String(draft.fps)}
        onChange={(fps) => change({ fps: Number(fps) })}
      />
      <ChoiceField
        name={t('Length')}
        names={LENGTHS}
        value={String(draft.seconds)}
        onChange={(seconds) => change({ seconds: Number(seconds) })}
      />
    </>
  );
}
