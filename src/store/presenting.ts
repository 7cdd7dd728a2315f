import type { AppStore } from './app-store.ts';

/** Begins to present: the lesson that is played, else the notes of what the Lab shows, else its run. */
export function startPresenting({ store }: Pick<AppStore, 'store'>): void {
  const { screen, jumps, touches } = store.getState();
  const moved =
    screen === 'lab' ? {} : { screen: 'lab' as const, jumps: jumps + 1, touches: touches + 1 };
  store.setState({ presenting: true, playing: false, ...moved });
}

/** Goes back to the page. */
export function stopPresenting({ store }: Pick<AppStore, 'store'>): void {
  store.setState({ presenting: false, playing: false });
}
