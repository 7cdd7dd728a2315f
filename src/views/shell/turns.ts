/** Parts of the page that each take long to mount: one has been painted before the next begins. */
export interface Turns {
  /** Calls back when it is the caller's turn, at once if nobody's is; what it gives ends the turn or the wait for it. */
  readonly take: (begin: () => void) => () => void;
}

interface Turn {
  readonly begin: () => void;
}

/** `afterPaint` calls back when what was just mounted has been painted. */
export function createTurns(afterPaint: (action: () => void) => void): Turns {
  /** Whose turn it is comes first. */
  const waiting: Turn[] = [];

  function end(turn: Turn): void {
    const place = waiting.indexOf(turn);
    if (place === -1) return;
    if (place > 0) {
      waiting.splice(place, 1);
      return;
    }
    afterPaint(() => {
      if (waiting[0] !== turn) return;
      waiting.shift();
      waiting[0]?.begin();
    });
  }

  return {
    take(begin) {
      const turn = { begin };
      waiting.push(turn);
      if (waiting.length === 1) begin();
      return () => end(turn);
    },
  };
}
