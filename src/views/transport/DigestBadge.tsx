import { useHeldRun } from '../shell/app-context.ts';

/** The digest of the whole trace: equal digests mean equal runs, in any browser and on the command line. */
export function DigestBadge() {
  const run = useHeldRun();
  if (run === null) return null;
  const { digest } = run.recording.summary;
  return (
    <span
      className="digest quiet"
      data-testid="digest"
      data-digest={digest}
      title={`Digest of the whole trace: ${digest}. The same scenario and seed give the same digest in every browser and on the command line.`}
    >
      trace <span className="num">{digest.slice(0, 8)}</span>
    </span>
  );
}
