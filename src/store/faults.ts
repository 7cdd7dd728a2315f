import { addFault, beginRate, keepFaults } from '../scenario/fault-streams.ts';
import type { FaultRate, FaultSpec, ProtectionSpec, Scenario } from '../scenario/scenario.ts';
import type { Core } from './core.ts';
import type { Edits } from './edits.ts';
import type { HeldRun } from './held.ts';
import type { InjectRequest } from './state.ts';

/** Name of a flow probability. */
type FlowName = keyof Scenario['flow'];

/** What a person does about faults; all but opening and closing the dialog are edits that can be undone. */
export interface Faults {
  /** Opens the dialog; what `request` leaves open is filled in for the instant that is shown. */
  readonly openInject: (request?: Partial<FaultSpec>) => void;
  /** Opens the dialog with fault `index` of the scenario, to change it. */
  readonly openFault: (index: number) => void;
  readonly closeInject: () => void;
  /** In a new branch called `name`, which departs where the fault hits; the one shown stays as it is. */
  readonly inject: (fault: FaultSpec, name: string) => void;
  readonly replace: (index: number, fault: FaultSpec) => void;
  readonly remove: (index: number) => void;
  /** Takes all faults away, those that come by themselves too. */
  readonly clear: () => void;
  readonly setRate: (rate: FaultRate | null, typing?: string) => void;
  readonly changeProtection: (change: Partial<ProtectionSpec>, typing?: string) => void;
  /** `undefined` = the value of the table. */
  readonly changeFlow: (name: FlowName, value: number | undefined) => void;
  readonly resetFlow: () => void;
}

/** Faults as edits of the scenario. */
export function createFaults({ store, held }: Core, { edit, branchOff }: Edits): Faults {
  const open = (injecting: InjectRequest): void => {
    // Only the Lab shows the instant at which a fault would be injected.
    if (held.run !== null && store.getState().screen === 'lab')
      store.setState({ playing: false, injecting });
  };
  /** A title such as "CRC32, TMR" tells of no fault. */
  const change = (recipe: Parameters<typeof edit>[0], typing?: string): void =>
    edit((draft) => {
      draft.title = '';
      recipe(draft);
    }, typing);

  return {
    openInject: (request = {}) => open({ kind: 'new', fault: request }),
    openFault(index) {
      const fault = store.getState().scenario.faults[index];
      if (fault !== undefined) open({ kind: 'change', fault, index });
    },
    closeInject: () => store.setState({ injecting: null }),
    inject: (fault, name) =>
      branchOff({ name, at: departure(held.run, fault) }, (draft) => {
        draft.title = '';
        Object.assign(draft, addFault(draft, fault));
      }),
    replace: (index, fault) =>
      change((draft) => {
        const stream = draft.faults[index]?.stream;
        draft.faults[index] = stream === undefined ? fault : { ...fault, stream };
      }),
    remove: (index) =>
      change(
        (draft) =>
          void Object.assign(
            draft,
            keepFaults(draft, (_, i) => i !== index),
          ),
      ),
    clear: () => change((draft) => void Object.assign(draft, { faults: [], faultRate: null })),
    setRate: (rate, typing) =>
      change((draft) => {
        const begins = rate !== null && draft.faultRate === null;
        Object.assign(draft, { faultRate: begins ? beginRate(draft, rate) : rate });
      }, typing),
    changeProtection: (what, typing) =>
      change((draft) => void Object.assign(draft.protection, what), typing),
    changeFlow: (name, value) =>
      change((draft) => {
        if (value === undefined) delete draft.flow[name];
        else draft.flow[name] = value;
      }, `flow.${name}`),
    resetFlow: () => change((draft) => void (draft.flow = {})),
  };
}

/** Until when a run with `fault` is like `run`, at least. */
function departure(run: HeldRun | null, { at, app }: FaultSpec): number {
  if ('cycle' in at) return at.cycle;
  return at.event === 0 ? 0 : (run?.recording.rendezvous[app]?.handled[at.event - 1] ?? 0);
}
