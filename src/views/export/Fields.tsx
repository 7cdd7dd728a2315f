import type { ReactNode } from 'react';

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

function TraceFields({ draft, change }: Props) {
  return (
    <>
      <Field name="For">
        <RadioGroup
          label="Made for"
          options={[
            { value: 'cycles', name: 'Perfetto' },
            { value: 'names', name: 'speedscope' },
          ]}
          value={draft.detail}
          onChange={(detail) => change({ detail })}
        />
      </Field>
      <Field name="File">
        <RadioGroup
          label="File"
          options={[
            { value: 'plain', name: '.json' },
            { value: 'packed', name: '.json.gz' },
          ]}
          value={draft.packed ? 'packed' : 'plain'}
          onChange={(file) => change({ packed: file === 'packed' })}
        />
      </Field>
    </>
  );
}

function TableFields({ draft, change }: Props) {
  return (
    <>
      <Field name="Rows">
        <select
          aria-label="Rows"
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
      <Field name="File">
        <RadioGroup
          label="File"
          options={[
            { value: 'csv', name: 'CSV' },
            { value: 'jsonl', name: 'JSON Lines' },
          ]}
          value={draft.tableFormat}
          onChange={(tableFormat) => change({ tableFormat })}
        />
      </Field>
    </>
  );
}

function PictureFields({ draft, change }: Props) {
  const there = PICTURES.filter(
    (name) => (name !== 'machine' && name !== 'side') || panelElement(name) !== null,
  );
  return (
    <>
      <Field name="Of">
        <RadioGroup
          label="Picture of"
          options={there.map((value) => ({ value, name: PICTURE_NAMES[value] }))}
          value={draft.picture}
          onChange={(picture) => change({ picture })}
        />
      </Field>
      <Field name="File">
        <RadioGroup
          label="File"
          options={[
            { value: 'svg', name: 'SVG' },
            { value: 'png', name: 'PNG, 2×' },
          ]}
          value={draft.pictureFormat}
          onChange={(pictureFormat) => change({ pictureFormat })}
        />
      </Field>
    </>
  );
}

const RATES = [6, 12, 24] as const;
const LENGTHS = [2, 4, 8, 16] as const;

function MovieFields({ draft, change }: Props) {
  return (
    <>
      <Field name="File">
        <RadioGroup
          label="File"
          options={[
            { value: 'gif', name: 'GIF' },
            { value: 'webm', name: 'WebM' },
          ]}
          value={draft.movieFormat}
          onChange={(movieFormat) => change({ movieFormat })}
        />
      </Field>
      <Field name="Pictures a second">
        <RadioGroup
          label="Pictures a second"
          options={RATES.map((fps) => ({ value: String(fps), name: String(fps) }))}
          value={String(draft.fps)}
          onChange={(fps) => change({ fps: Number(fps) })}
        />
      </Field>
      <Field name="Length">
        <RadioGroup
          label="Length"
          options={LENGTHS.map((length) => ({ value: String(length), name: `${length} s` }))}
          value={String(draft.seconds)}
          onChange={(seconds) => change({ seconds: Number(seconds) })}
        />
      </Field>
    </>
  );
}
