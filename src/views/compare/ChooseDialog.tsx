import { useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { PRESETS, titleOf } from '../../scenario/presets.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { readScenario } from '../scenario/read-file.ts';
import { variantsOf } from './variants.ts';
import type { Variant } from './variants.ts';
import './compare.css';

/** Asks what the run that is shown is to be compared with; each answer but a branch makes one. */
export function ChooseDialog() {
  const { comparisons } = useApp();
  const dialog = useModal();
  // Closing first gives the focus back to where it was.
  const choose = (act: () => void): void => {
    dialog.current?.close();
    act();
  };
  const compareAs = (name: string, scenario: Scenario): void =>
    choose(() => comparisons.compareAs(name, scenario));
  return (
    <Dialog
      ref={dialog}
      className="cmp-dialog"
      title={t('Compare with')}
      onClose={comparisons.stopChoosing}
    >
      <div className="cmp-form">
        <BranchChoices onChoose={(id) => choose(() => comparisons.compareWith(id))} />
        <VariantChoices onChoose={compareAs} />
        <ElseChoices onChoose={compareAs} />
      </div>
    </Dialog>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className="cmp-group">
      <legend>{name}</legend>
      <div className="row">{children}</div>
    </fieldset>
  );
}

function BranchChoices({ onChoose }: { readonly onChoose: (id: number) => void }) {
  const branches = useAppState((state) => state.branches);
  const shown = useAppState((state) => state.branch);
  const others = branches.filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <Group name={t('Another branch')}>
      {others.map(({ id, name }) => (
        <button key={id} type="button" className="text-button" onClick={() => onChoose(id)}>
          {name}
        </button>
      ))}
    </Group>
  );
}

interface ChoicesProps {
  readonly onChoose: (name: string, scenario: Scenario) => void;
}

function VariantChoices({ onChoose }: ChoicesProps) {
  const scenario = useAppState((state) => state.scenario);
  const app = useAppState((state) => state.app);
  const { redundancy, method, faults } = variantsOf(scenario, app);
  const all = [...redundancy, ...method, ...faults];
  return (
    <Group name={t('The same scenario, but')}>
      {all.map((variant) => (
        <button
          key={variant.id}
          type="button"
          className="text-button"
          title={leftOut(variant)}
          onClick={() => onChoose(variant.name, variant.scenario)}
        >
          {variant.name}
        </button>
      ))}
    </Group>
  );
}

function leftOut({ faultsLeftOut }: Variant): string {
  if (faultsLeftOut === 0) return t('As a new branch');
  return t(
    'As a new branch, without {n, plural, one {one fault} other {{count} faults}} that it cannot have',
    { n: faultsLeftOut, count: groupDigits(faultsLeftOut) },
  );
}

/** A preset, a link or a file. */
function ElseChoices({ onChoose }: ChoicesProps) {
  const [problem, setProblem] = useState('');
  return (
    <Group name={t('Another scenario')}>
      <select
        aria-label={t('Preset to compare with')}
        value=""
        onChange={({ target }) => {
          const preset = PRESETS.find(({ id }) => id === target.value);
          if (preset !== undefined) onChoose(titleOf(preset), preset.scenario);
        }}
      >
        <option value="" disabled hidden>
          {t('Presets')}
        </option>
        {PRESETS.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {titleOf(preset)}
          </option>
        ))}
      </select>
      <FileChoice onChoose={onChoose} onProblem={setProblem} />
      <LinkChoice onChoose={onChoose} onProblem={setProblem} />
      {problem !== '' && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
    </Group>
  );
}

interface ReadProps extends ChoicesProps {
  readonly onProblem: (sentence: string) => void;
}

function FileChoice({ onChoose, onProblem }: ReadProps) {
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readScenario(file);
    if (read.ok) {
      onChoose(nameOf(read.value, file.name), read.value);
      return;
    }
    const [first] = read.error;
    const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
    const problem = where + (first?.message ?? '');
    onProblem(t('{file} cannot be compared with. {problem}', { file: file.name, problem }));
  };
  return (
    <label className="text-button file-button">
      {t('A file')}
      <input
        type="file"
        className="visually-hidden"
        accept=".json,application/json"
        onChange={({ target }) => {
          void open(target.files?.[0]);
          target.value = '';
        }}
      />
    </label>
  );
}

function LinkChoice({ onChoose, onProblem }: ReadProps) {
  const { codec } = useApp();
  const [text, setText] = useState('');
  const read = async (): Promise<void> => {
    const decoded = await codec.decode(text.trim());
    if (!decoded.ok) {
      onProblem(decoded.error.message);
      return;
    }
    const { scenario } = decoded.value;
    onChoose(nameOf(scenario, t('of a link')), scenario);
  };
  return (
    <form
      className="row cmp-link"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <input
        type="text"
        aria-label={t('Link to compare with')}
        placeholder={t('or paste a link')}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="text-button" disabled={text.trim() === ''}>
        {t('Compare')}
      </button>
    </form>
  );
}

function nameOf({ title }: Scenario, otherwise: string): string {
  return title === '' ? otherwise : title;
}
