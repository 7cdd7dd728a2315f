import { useAppState } from '../shell/app-context.ts';
import { CompactMachine } from './CompactMachine.tsx';
import { otherPlayhead } from './other-model.ts';
import type { Compared } from './use-compared.ts';

/** Both machines at the same point, next to each other where there is room. */
export function CompareMachines({ compared }: { readonly compared: Compared }) {
  const { a, b, apps, names, aligned } = compared;
  const playhead = useAppState((state) => state.playhead);
  const other = otherPlayhead(b, aligned, playhead.time);
  return (
    <div className="cmp-machines">
      <CompactMachine side="A" name={names[0]} run={a} view={a.viewAt(playhead)} app={apps[0]} />
      <CompactMachine side="B" name={names[1]} run={b} view={b.viewAt(other)} app={apps[1]} />
    </div>
  );
}
