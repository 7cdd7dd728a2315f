import { useMemo } from 'react';

import { t } from '../../base/language.ts';
import { campaignOf } from '../../analysis/campaign/campaign.ts';
import type { CampaignSpec } from '../../analysis/campaign/campaign.ts';
import type { FaultTarget } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import { appliesTo } from '../../scenario/fault-rules.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { HeldRun } from '../../store/held.ts';
import { CampaignStatus } from '../explore/campaign/CampaignStatus.tsx';
import { useCampaign, useCampaigns } from '../explore/campaigns-context.ts';
import { groupFinding } from '../explore/campaign/findings.ts';
import { groupsBy } from '../explore/campaign/groups.ts';
import { OutcomeBars } from '../explore/campaign/OutcomeBars.tsx';
import { OutcomeList } from '../explore/campaign/OutcomeList.tsx';
import { OutcomeTable } from '../explore/campaign/OutcomeTable.tsx';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';
import type { FlipPlace, StagedFlip } from './flips.ts';
import { eventToHit, flipPlaces } from './flips.ts';

interface Props {
  readonly run: HeldRun;
  readonly app: number;
}

/** What a flip does in each part: its consequences, and buttons that inject it in the Lab. */
export function FlipPlaces({ run, app }: Props) {
  const { faults } = useApp();
  const playhead = useAppState((state) => state.playhead);
  const isolated = useAppState((state) => state.scenario.protection.memoryIsolation);
  const { scenario, plan, recording } = run;
  const places = useMemo(() => {
    const rendezvous = recording.rendezvous[app];
    const spec = plan.apps[app];
    const at = rendezvous && eventToHit(rendezvous, playhead.time);
    if (spec === undefined || at === undefined || at === null) return [];
    const replicas = spec.cores.length;
    return flipPlaces(scenario, { app, signalling: spec.signalling, replicas, at });
  }, [scenario, plan, recording, app, playhead.time]);
  return (
    <section className="result" aria-label={t('What a flip does')}>
      <div className="flips-head">
        <h3>{t('What a flip does, part by part')}</h3>
        <label className="check">
          <input
            type="checkbox"
            checked={isolated}
            onChange={() => faults.changeProtection({ memoryIsolation: !isolated })}
          />
          <span>{t('memory isolation between NonRes cores (hardware wish-list)')}</span>
        </label>
      </div>
      <p className="quiet">
        {t(
          'Probabilities of the model in force, mostly inferred. A button injects the flip into the scenario, near the instant shown, and opens the Lab there; undo takes it away.',
        )}
      </p>
      <div className="flip-places">
        {places.map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </div>
      <Measured scenario={scenario} />
    </section>
  );
}

function Place({ place }: { readonly place: FlipPlace }) {
  const { title, resilient, watched, follows, flips, id } = place;
  return (
    <section className="flip-place" aria-label={title} data-place={id}>
      <h4>
        <CoreMark resilient={resilient} size={14} />
        {title}
      </h4>
      <p className={resilient ? 'place-watched' : 'place-watched unwatched'}>{watched}</p>
      <ul>
        {follows.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="row">
        {flips.map((flip) => (
          <InjectFlip key={flip.name} flip={flip} title={title} />
        ))}
      </div>
    </section>
  );
}

/** Makes the flip the scenario's only fault, in one edit, and goes to the instant before it. */
function InjectFlip({ flip, title }: { readonly flip: StagedFlip; readonly title: string }) {
  const { edits, navigation, setScreen } = useApp();
  const inject = (): void => {
    const { at } = flip.fault;
    // Until the fault both runs are the same, so the instant stays when the new run arrives.
    if ('cycle' in at) navigation.seek(Math.max(0, at.cycle - 1));
    edits.edit((draft) => {
      draft.title = '';
      draft.faults = [{ ...flip.fault }];
      draft.faultRate = null;
    });
    setScreen('lab');
  };
  return (
    <button
      type="button"
      className="text-button"
      aria-label={t('Inject: {place}, {flip}', { place: title, flip: flip.name })}
      onClick={inject}
    >
      {flip.name}
    </button>
  );
}

const RCB_TARGETS = ['kernel', 'slot', 'romain'] as const satisfies readonly FaultTarget[];
const RUNS_EACH = 600;

/** Random flips in the parts of the RCB that the scenario's first app has. */
function rcbCampaign(scenario: Scenario): CampaignSpec | null {
  const [first] = scenario.apps;
  const targets = RCB_TARGETS.filter((target) => appliesTo(target, first));
  if (targets.length === 0) return null;
  return campaignOf(scenario, { targets, runs: RUNS_EACH * targets.length });
}

/** Many random flips in the RCB instead of one chosen. */
function Measured({ scenario }: { readonly scenario: Scenario }) {
  const { rcb, workers } = useCampaigns();
  const state = useCampaign(rcb);
  const spec = useMemo(() => rcbCampaign(scenario), [scenario]);
  const running = state.phase === 'running';
  const groups = state.report === null ? [] : groupsBy(state.report.cells, 'target');
  const finding = groupFinding('target', groups);
  return (
    <div className="rcb-measured">
      <div className="row">
        <button
          type="button"
          className="text-button primary"
          disabled={spec === null || running}
          onClick={() => spec !== null && rcb.start(spec, workers)}
        >
          {t('Run {count} random flips in each', { count: groupDigits(RUNS_EACH) })}
        </button>
        <button type="button" className="text-button" disabled={!running} onClick={rcb.cancel}>
          {t('Cancel')}
        </button>
      </div>
      <CampaignStatus state={state} />
      {state.report !== null && (
        <>
          {finding !== null && <p className="rcb-finding">{finding}</p>}
          <OutcomeBars groups={groups} nameOf={(name) => name} />
          <OutcomeList report={state.report} />
          <details className="as-table">
            <summary>{t('As a table')}</summary>
            <OutcomeTable
              caption={t('Outcomes by target')}
              groups={groups}
              nameOf={(name) => name}
            />
          </details>
        </>
      )}
    </div>
  );
}
