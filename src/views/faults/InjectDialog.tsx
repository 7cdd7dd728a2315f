import { useState } from 'react';
import type { KeyboardEvent } from 'react';

import { t } from '../../base/language.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { endOf } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import type { InjectRequest } from '../../store/state.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useMachineView } from '../shell/use-machine-view.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { Icon } from '../shell/icons.tsx';
import { useModal } from '../shell/use-modal.ts';
import {
  canStage,
  elsewhereRemark,
  draftOf,
  draftOfFault,
  faultOfDraft,
  faultProblems,
  STAGED_FAULTS,
} from './fault-draft.ts';
import type { StagedFault, Standpoint } from './fault-draft.ts';
import { faultName, faultSentence } from './fault-words.ts';
import type { FaultForm } from './form.ts';
import { HardwareFields, PlaceFields, VictimFields } from './PlaceFields.tsx';
import { StagedFaults } from './StagedFaults.tsx';
import { TargetField } from './TargetField.tsx';
import { CourseFields, WhenField } from './WhenFields.tsx';
import './faults.css';

interface Props {
  readonly request: InjectRequest;
  readonly run: HeldRun;
}

/** Injects a fault into the run that is shown, or changes one; Enter does it, Escape leaves. */
export function InjectDialog({ request, run }: Props) {
  const { faults } = useApp();
  // A digit stages, Enter injects, Tab goes on.
  const dialog = useModal('.targets input:checked');
  const form = useFaultForm(request, run);
  const { fault, problems, standpoint } = form;
  const nextEvent = eventIndexAt(run, fault.app, standpoint.cycle);
  const playhead = useAppState((state) => state.playhead);
  const view = useMachineView(run, playhead);
  const remark = view && elsewhereRemark(fault, view);
  const changes = request.kind === 'change';

  const inject = (): void => {
    if (problems.size > 0) return;
    if (request.kind === 'new') faults.inject(fault, faultName(fault));
    else faults.replace(request.index, fault);
    // The dialog gives the focus back, which taking it away would not.
    dialog.current?.close();
  };
  const stage = ({ fault: staged }: StagedFault): void => {
    const { app, replica, at, core } = fault;
    const home = core === undefined ? {} : { core };
    const draft = draftOf({ app, replica, at, ...home, ...staged }, standpoint);
    const chosen = faultOfDraft(draft, standpoint);
    faults.inject(chosen, faultName(chosen));
    dialog.current?.close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = strokeOf(event, { changes, inject, stage, form });
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <Dialog
      ref={dialog}
      className="inject-dialog"
      title={changes ? t('Change this fault') : t('Inject a fault')}
      onClose={faults.closeInject}
      onKeyDown={onKeyDown}
    >
      <div className="inject-form">
        {!changes && <StagedFaults form={form} onChoose={stage} />}
        <TargetField form={form} />
        <div className="row">
          <VictimFields form={form} />
        </div>
        <HardwareFields form={form} />
        <PlaceFields form={form} />
        <WhenField form={form} nextEvent={nextEvent} />
        {remark !== '' && <p className="quiet">{remark}</p>}
        <CourseFields form={form} />
      </div>
      <End
        sentence={faultSentence(fault, run.plan)}
        verb={changes ? t('Change') : t('Inject')}
        {...(problems.size === 0 && { act: inject })}
      />
    </Dialog>
  );
}

interface EndProps {
  readonly sentence: string;
  readonly verb: string;
  /** Absent = something is wrong with the fault. */
  readonly act?: () => void;
}

/** What will be injected, in words, and the button that does it. */
function End({ sentence, verb, act }: EndProps) {
  return (
    <div className="inject-end">
      <output className="inject-sentence" aria-live="polite">
        {sentence}.
      </output>
      <button
        type="button"
        className="text-button primary"
        disabled={act === undefined}
        onClick={act}
      >
        <Icon name="bolt" size={16} /> {verb}
      </button>
    </div>
  );
}

/** The draft of the dialog, from what was clicked and the instant shown when it opened. */
function useFaultForm(request: InjectRequest, run: HeldRun): FaultForm {
  const scenario = useAppState((state) => state.scenario);
  const cycle = useAppState((state) => state.playhead.time);
  const app = useAppState((state) => state.app);
  const standpoint: Standpoint = {
    scenario,
    plan: run.plan,
    app,
    cycle,
    // A fault may itself have ended the run early: its end does not bind that fault.
    end: request.kind === 'new' ? endOf(run) : null,
  };
  const [draft, setDraft] = useState(() =>
    request.kind === 'new'
      ? draftOf(request.fault, standpoint)
      : draftOfFault(request.fault, standpoint),
  );
  const fault = faultOfDraft(draft, standpoint);
  return {
    fault,
    problems: faultProblems(fault, standpoint),
    standpoint,
    change: (part) => setDraft((before) => ({ ...before, ...part }) as typeof before),
  };
}

interface Acts {
  readonly changes: boolean;
  readonly inject: () => void;
  readonly stage: (staged: StagedFault) => void;
  readonly form: FaultForm;
}

/** What a key does in the dialog, if anything. */
function strokeOf(event: KeyboardEvent, acts: Acts): (() => void) | undefined {
  const { key, target } = event;
  const inText = target instanceof HTMLInputElement && target.type === 'text';
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (key === 'Enter' && !(target instanceof HTMLButtonElement)) return acts.inject;
  const staged = STAGED_FAULTS[Number(key) - 1];
  if (staged === undefined || inText || acts.changes) return undefined;
  const { fault, standpoint } = acts.form;
  const app = standpoint.scenario.apps[fault.app];
  return app !== undefined && canStage(staged, app) ? () => acts.stage(staged) : undefined;
}
