import { t } from '../base/language.ts';
import type { AppStore } from './app-store.ts';
import type { Lock } from './embed.ts';
import type { Rules } from './rules.ts';
import type { Overlay } from './state.ts';

/** Dialogs that a frame has, and what locks them. */
const DIALOGS: Partial<Record<Overlay['kind'], Lock | null>> = {
  keys: null,
  palette: null,
  note: 'notes',
  move: 'scenario',
};

/** `app` as the views in a frame have it: one screen, and no way to what is locked. */
export function appInFrame(app: AppStore, { locks }: Rules): AppStore {
  const refuse = (): void => app.say(t('This is locked in this frame.'));
  /** `action`, or what says that it is locked. */
  const unless = <A extends readonly unknown[]>(lock: Lock, action: (...args: A) => void) =>
    locks.has(lock) ? refuse : action;
  const { faults, comparisons } = app;
  stayInLab(app);
  return {
    ...app,
    setScreen: () => {},
    open(overlay) {
      const lock = DIALOGS[overlay.kind];
      if (lock === undefined) app.say(t('This opens in the whole page alone.'));
      else if (lock !== null && locks.has(lock)) refuse();
      else app.open(overlay);
    },
    faults: {
      ...faults,
      openInject: unless('faults', faults.openInject),
      openFault: unless('faults', faults.openFault),
    },
    comparisons: {
      ...comparisons,
      choose: unless('compare', comparisons.choose),
      compareWith: unless('compare', comparisons.compareWith),
      compareAs: unless('compare', comparisons.compareAs),
      close: unless('compare', comparisons.close),
      toggle: unless('compare', comparisons.toggle),
      swap: unless('compare', comparisons.swap),
    },
  };
}

/** Links may lead to other screens, which a frame has not. */
function stayInLab({ store }: AppStore): void {
  const stay = (): void => {
    if (store.getState().screen !== 'lab') store.setState({ screen: 'lab' });
  };
  stay();
  store.subscribe(stay);
}
