import { useAppState } from '../shell/app-context.ts';
import { useMachineView } from '../shell/use-machine-view.ts';
import { CompactMachine } from './CompactMachine.tsx';
import { otherPlayhead } from './other-model.ts';
import type { Compared } from './use-compared.ts';

/** Both machines at the same point, next to each other where there is room. */
export function CompareMachines({ compared }: { readonly compared: Compared }) {
  const { a, b, apps, names, aligned } = compared;
  const playhead = useAppState((state) => state.playhead);
  const other = otherPlayhead(b, aligned, playhead.time);
  const views = [useMachineView(a, playhead), useMachineView(b, other)] as const;
  if (views[0] === null || views[1] === null) return null;
  return (
    <div className="cmp-machines">
      <CompactMachine side="A" name={names[0]} run={a} view={views[0]} app={apps[0]} />
      <CompactMachine side="B" name={names[1]} run={b} view={views[1]} app={apps[1]} />
    </div>
  );
}
