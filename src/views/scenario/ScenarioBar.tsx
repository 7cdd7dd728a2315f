import { useState } from 'react';

import { t } from '../../base/language.ts';
import { FaultMenu } from '../faults/FaultMenu.tsx';
import { WishList } from '../faults/WishList.tsx';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { lateCode } from '../../store/late-code.ts';
import { latePart, useLateCode } from '../shell/use-late-code.ts';
import { RunStatus } from '../shell/RunStatus.tsx';
import { PlacementField, RedundancyField, SignallingField, WorkloadField } from './AppFields.tsx';
import { useAppSpec } from './use-scenario.ts';
import { programName } from './workload-names.ts';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

const latePresets = lateCode(async () => {
  const { PRESETS, titleOf } = await import('../../scenario/presets.ts');
  return PRESETS.map((preset) => ({ preset, name: titleOf(preset) }));
});
const GeneratorFields = latePart(
  async () => (await import('./GeneratorFields.tsx')).GeneratorFields,
);

const ScenarioTitle = latePart(async () => (await import('./ScenarioTitle.tsx')).ScenarioTitle);
const RunEnd = latePart(async () => (await import('../faults/RunEnd.tsx')).RunEnd);

// The drawer is not part of the first picture, so neither of the first download.
const ScenarioDrawer = lazyPart(async () => (await import('./ScenarioDrawer.tsx')).ScenarioDrawer);

/** The scenario as a sentence whose bold parts are its controls. */
export function ScenarioBar() {
  const app = useAppState((state) => state.app);
  const apps = useAppState((state) => state.scenario.apps.length);
  const [open, setOpen] = useState(false);
  // What a person may change here is changed with it.
  useLateCode(useApp().edits.code);
  const index = Math.min(app, apps - 1);
  return (
    <section className="scenario" aria-label={t('Scenario')}>
      <div className="sentence">
        <span className="run-word">{t('Run', {}, 'sentence')}</span>
        <WorkloadField index={index} />
        <span>{t('as', {}, 'sentence')}</span>
        <RedundancyField index={index} />
        <span className="clause">
          {t('on', {}, 'sentence')}
          <PlacementField index={index} />
        </span>
        <span className="clause">
          <span>
            <span className="long">{t('signalled', {}, 'sentence')} </span>
            {t('by', {}, 'sentence')}
          </span>
          <SignallingField index={index} />
        </span>
        <span className="clause">
          <span className="fault-word">{t('with', {}, 'sentence')}</span>
          <FaultMenu />
        </span>
        {apps > 1 && <span className="quiet">{t('and {count} more', { count: apps - 1 })}</span>}
      </div>
      <Summary index={index} />
      <WishList />
      <PresetField />
      <button
        type="button"
        className="tool drawer-button"
        aria-label={t('Edit: Costs, machine, apps')}
        title={t('Costs, machine, apps, file')}
        onClick={() => setOpen(true)}
      >
        <Icon name="sliders" />
        <span className="tool-name">{t('Costs, machine, apps')}</span>
        <span className="edit-word">{t('Edit')}</span>
      </button>
      <More index={index} />
      {open && (
        <Part waiting={<output>{t('Loading')}</output>}>
          <ScenarioDrawer onClose={() => setOpen(false)} />
        </Part>
      )}
    </section>
  );
}

/** The same in short, for a phone. */
function Summary({ index }: { readonly index: number }) {
  const { spec } = useAppSpec(index);
  const { redundancy, signalling } = spec;
  const count = redundancy === 'native' ? 0 : redundancy;
  const text =
    redundancy === 'native'
      ? t('native')
      : (['', '1', 'DMR', 'TMR'][redundancy] ?? `${redundancy}`);
  return (
    <p className="summary">
      <b>{programName(spec)}</b>
      <span className="copies">
        {Array.from({ length: Math.min(count, 3) }, (_, id) => (
          <ReplicaGlyph key={id} id={id} size={12} digit={false} />
        ))}
      </span>
      <b>{text}</b>
      {count > 0 && <MethodPictogram method={signalling} />}
    </p>
  );
}

/** Below the sentence, where there is anything to say: figures of a generator, the run under way, its end. */
function More({ index }: { readonly index: number }) {
  const generated = useAppState(
    ({ scenario }) => scenario.apps[index]?.workload.kind !== 'profile',
  );
  const faulty = useAppState(
    ({ scenario }) => scenario.faults.length > 0 || scenario.faultRate !== null,
  );
  return (
    <div className="scenario-more">
      <ScenarioTitle />
      <GeneratorFields index={index} urgent={generated} />
      <RunStatus />
      <RunEnd urgent={faulty} />
    </div>
  );
}

/** Ready scenarios. */
function PresetField() {
  const { edits } = useApp();
  const presets = useLateCode(latePresets) ?? [];
  return (
    <select
      aria-label={t('Preset')}
      className="preset"
      value=""
      onChange={(event) => {
        const chosen = presets.find(({ preset }) => preset.id === event.target.value);
        if (chosen !== undefined) edits.load(chosen.preset.scenario);
      }}
    >
      <option value="" disabled hidden>
        {t('Presets', {}, 'sentence')}
      </option>
      {presets.map(({ preset, name }) => (
        <option key={preset.id} value={preset.id}>
          {name}
        </option>
      ))}
    </select>
  );
}
