import { useMemo } from 'react';

import type { CauseChain } from '../../analysis/causes/chain.ts';
import { endingSentence } from '../../analysis/causes/ending.ts';
import { chainHeadline } from '../../analysis/causes/headline.ts';
import { t } from '../../base/language.ts';
import type { Selection } from '../../base/selection.ts';
import { endOf } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import { playheadAt } from '../../run/instants.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useMachineView } from '../shell/use-machine-view.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import type { KeyHint } from '../shell/commands/use-key-hint.ts';
import { Account } from './Account.tsx';
import { AreaTable } from './AreaTable.tsx';
import { ChainBar } from './ChainBar.tsx';
import { ClauseList } from './ClauseList.tsx';
import { appOf, endlessWhy, whyAtInstant } from './endless.ts';
import { EventHelp } from './EventHelp.tsx';
import { RunHelp } from './RunHelp.tsx';
import { SameEvent } from './SameEvent.tsx';
import { selectionText } from './selection-words.ts';
import './why.css';
import './causes.css';

interface Props {
  readonly run: HeldRun;
  readonly selection: Selection;
}

/** Region "Why" while something is selected: its causes in numbered steps, or the sums of an area. */
export function SelectedPanel({ run, selection }: Props) {
  const explanation = useAppState((state) => state.explanation);
  const found = explanation?.selection === selection ? explanation : null;
  const chain = found?.chain ?? null;
  return (
    <section className="why" aria-label={t('Why')}>
      <header className="why-head">
        <h2>{t('Why?')}</h2>
        <span>{t('selected: {what}', { what: selectionText(run, selection, chain) })}</span>
        <Walk steps={chain?.clauses.length ?? 0} />
      </header>
      {selection.kind === 'area' && <AreaTable run={run} area={selection} />}
      {chain !== null && <Causes run={run} chain={chain} />}
      {selection.kind !== 'area' && found !== null && chain === null && (
        <Endless run={run} selection={selection} />
      )}
    </section>
  );
}

/** What the run never ends: why its application was stopped or waits for ever, if it does. */
function Endless({ run, selection }: Props) {
  const now = useAppState((state) => state.playhead.time);
  const end = useMachineView(run, playheadAt(run, endOf(run)));
  const why = useMemo(() => {
    const { plan, recording } = run;
    return end && endlessWhy({ plan, recording, end }, selection);
  }, [run, end, selection]);
  if (why === null)
    return (
      <p className="headline">{t('Nothing in this run ends it, so it has no cause to be told.')}</p>
    );
  const app = appOf(run, selection);
  return (
    <>
      <p className="limit">{endingSentence(run.plan, run.recording, app, groupDigits)}</p>
      <Account why={whyAtInstant(why, now)} />
    </>
  );
}

/** What else there is to say of the event in which the selection lies. */
function OfEvent({ run, about }: { readonly run: HeldRun; readonly about: CauseChain['about'] }) {
  const { app, event } = about;
  const redundancy = run.plan.apps[app]?.redundancy;
  if (event < 0 || redundancy === undefined) return null;
  const grouped = redundancy !== 'native' && redundancy > 1;
  return (
    <>
      {grouped && <SameEvent key={`${app} ${event}`} run={run} app={app} event={event} />}
      <EventHelp run={run} app={app} event={event} />
      <RunHelp run={run} />
    </>
  );
}

function Walk({ steps }: { readonly steps: number }) {
  const { causes } = useApp();
  const previous = useKeyHint('previous-cause');
  const next = useKeyHint('next-cause');
  const clear = useKeyHint('clear-selection');
  return (
    <span className="walk">
      {steps > 0 && (
        <>
          <StepButton
            name={t('Previous cause')}
            hint={previous}
            face="‹"
            onStep={causes.previous}
          />
          <StepButton name={t('Next cause')} hint={next} face="›" onStep={causes.next} />
        </>
      )}
      <button
        type="button"
        aria-label={t('Clear the selection')}
        title={clear.title(t('Clear the selection'))}
        onClick={causes.clear}
      >
        ×
      </button>
    </span>
  );
}

interface StepProps {
  readonly name: string;
  readonly hint: KeyHint;
  /** Shown where no key does it. */
  readonly face: string;
  readonly onStep: () => void;
}

function StepButton({ name, hint, face, onStep }: StepProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={hint.title(name)}
      aria-keyshortcuts={hint.aria}
      onClick={onStep}
    >
      {hint.label ?? face}
    </button>
  );
}

function Causes({ run, chain }: { readonly run: HeldRun; readonly chain: CauseChain }) {
  const now = useAppState((state) => state.playhead.time);
  const link = useAppState((state) => state.explanation?.current ?? -1);
  const current = chain.links[link]?.clause ?? -1;
  const method = run.plan.apps[Math.max(0, chain.about.app)]?.signalling ?? 'ipc';
  return (
    <>
      <p className="headline">{chainHeadline(run.plan, chain, groupDigits)}</p>
      {chain.links.length > 0 && (
        <>
          <ChainBar chain={chain} method={method} now={now} current={current} />
          <ClauseList plan={run.plan} chain={chain} now={now} current={current} />
        </>
      )}
      <OfEvent run={run} about={chain.about} />
    </>
  );
}
