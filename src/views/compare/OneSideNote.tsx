import { useApp } from '../shell/app-context.ts';
import { SideMark } from './CompareHead.tsx';
import { useComparedNames } from './use-compared.ts';
import './compare.css';

/** Above what explains one run, while two are shown: which one it is, and how to read the other. */
export function OneSideNote() {
  const { comparisons } = useApp();
  const [a, b] = useComparedNames();
  return (
    <p className="cmp-one-side">
      <span>
        Everything here, and the selection, is of <SideMark side="A" /> <b>{a}</b>.
      </span>
      <button
        type="button"
        className="text-button"
        title={`Then all of this is of ${b}`}
        onClick={comparisons.swap}
      >
        Read B
      </button>
    </p>
  );
}
