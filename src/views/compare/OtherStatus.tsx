import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useComparedNames } from './use-compared.ts';

/** What the other run is doing, or why there is none; empty when both runs are there and counted. */
export function OtherStatus() {
  const { comparisons } = useApp();
  const [, name] = useComparedNames();
  const other = useAppState((state) => state.otherRun);
  switch (other?.kind) {
    case 'waiting':
    case 'running': {
      const fraction = other.kind === 'running' ? other.fraction : 0;
      return (
        <p className="cmp-status">
          <progress value={fraction} max={1} aria-label={`Simulation of ${name}`} />
          {name} is being simulated, {groupDigits(fraction * 100)} %.
          <button type="button" className="text-button" onClick={comparisons.cancel}>
            Cancel
          </button>
        </p>
      );
    }
    case 'counting':
      return (
        <output className="cmp-status">The cycles of each event are being counted by cause.</output>
      );
    case 'cancelled':
      return (
        <p className="cmp-status">
          {name} was not simulated to its end.
          <button type="button" className="text-button" onClick={comparisons.retry}>
            Run it
          </button>
        </p>
      );
    case 'failed':
      return (
        <div className="cmp-status" role="alert">
          <span>
            {name} cannot run: {other.problems.map(({ message }) => message).join(' ')}
          </span>
          <button type="button" className="text-button" onClick={comparisons.retry}>
            Try again
          </button>
        </div>
      );
    default:
      return null;
  }
}
