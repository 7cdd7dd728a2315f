import type { StepGroup } from '../analysis/log/step-groups.ts';
import type { EventKind } from '../kernel/events.ts';
import type { Core } from './core.ts';

/** Which kinds of rows the event log shows. */
export type LogKinds = 'all' | 'incidents' | `group:${StepGroup}` | `kind:${EventKind}`;

/** What a person has asked of the event log; kept while another tab is shown. */
export interface LogView {
  readonly kinds: LogKinds;
  readonly core: number | null;
  readonly app: number | null;
  readonly replica: number | null;
  readonly query: string;
}

/** Everything, nothing searched. */
export const PLAIN_LOG: LogView = {
  kinds: 'all',
  core: null,
  app: null,
  replica: null,
  query: '',
};

/** What a person does with the event log. */
export interface Log {
  readonly set: (change: Partial<LogView>) => void;
  /** Shows the log and puts the focus into its search. */
  readonly openSearch: () => void;
  /** The search has the focus. */
  readonly searchOpened: () => void;
}

/** What the event log of `core.store` shows. */
export function createLog({ store }: Core): Log {
  return {
    set: (change) => store.setState({ log: { ...store.getState().log, ...change } }),
    openSearch: () => store.setState({ sidePanel: 'log', searching: true }),
    searchOpened: () => store.setState({ searching: false }),
  };
}
