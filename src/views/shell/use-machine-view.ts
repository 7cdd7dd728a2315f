import type { MachineView } from '../../run/machine-view.ts';
import type { Playhead } from '../../run/instants.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp } from './app-context.ts';
import { useLateCode } from './use-late-code.ts';

/**
 * The machine of `run` at `playhead`. While the code that looks into runs is on its way: what the run
 * came with, which is where it opens.
 */
export function useMachineView(run: HeldRun, playhead: Playhead): MachineView | null {
  useLateCode(useApp().looking);
  return run.viewAt(playhead) ?? run.first;
}
