/** Time between two reports of progress. */
const REPORT_MS = 100;

/** Handles requests one after the other, in the order in which they come. */
export function inTurn<Request>(
  answer: (request: Request) => Promise<void>,
): (request: Request) => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  return (request) => {
    turn = turn.then(() => answer(request));
    return turn;
  };
}

/** Work that is done run by run. */
interface SteppedJob {
  /** Does one run more; false when there is none. */
  readonly advance: () => boolean;
  /** Runs done. */
  readonly done: () => number;
}

/** Does a whole job and says now and then how many of its runs are done. */
export function workThrough(
  job: SteppedJob,
  now: () => number,
  report: (done: number) => void,
): void {
  for (let reportedAt = now(); job.advance();) {
    if (now() - reportedAt < REPORT_MS) continue;
    reportedAt = now();
    report(job.done());
  }
}
