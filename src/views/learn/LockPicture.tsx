import { t } from '../../base/language.ts';
import { playLocks } from '../../lessons/lock-order.ts';
import type { LockPuzzle, LockTurn } from '../../lessons/lock-order.ts';

const LANE = 22;
const LEFT = 26;
const WIDTH = 360;

/** Threads of each replica at one lock: when they reach it, when they have it, what becomes of the number. */
export function LockPicture({ puzzle }: { readonly puzzle: LockPuzzle }) {
  const outcomes = playLocks(puzzle).map(({ turns, value }, replica) => ({
    turns,
    value,
    replica,
  }));
  const end = Math.max(...outcomes.flatMap(({ turns }) => turns.map(({ released }) => released)));
  const x = (time: number): number => LEFT + (time / end) * (WIDTH - LEFT - 4);
  return (
    <figure className="lesson-locks" data-highlight="locks" aria-label={t('Threads at the lock')}>
      {outcomes.map(({ turns, value, replica }) => (
        <div key={replica}>
          <p>
            <b className="num">R{replica}</b> {t('ends with {value}', { value })}
          </p>
          <svg viewBox={`0 0 ${WIDTH} ${puzzle.threads.length * LANE}`} aria-hidden="true">
            {turns.map((turn) => (
              <Turn key={turn.thread} turn={turn} x={x} />
            ))}
          </svg>
          <p className="visually-hidden">
            {turns
              .map(({ thread, value: after }) =>
                t('thread {thread} takes the lock, the number is {after}', { thread, after }),
              )
              .join('; ')}
          </p>
        </div>
      ))}
    </figure>
  );
}

function Turn({ turn, x }: { readonly turn: LockTurn; readonly x: (time: number) => number }) {
  const { thread, reached, taken, released, value } = turn;
  const y = thread * LANE;
  return (
    <g>
      <text x={2} y={y + 15}>
        T{thread}
      </text>
      <path className="lock-run" d={`M${LEFT} ${y + 11}H${x(reached)}`} />
      <path className="lock-wait" d={`M${x(reached)} ${y + 11}H${x(taken)}`} />
      <rect x={x(taken)} y={y + 2} width={Math.max(1, x(released) - x(taken))} height={LANE - 4} />
      <text className="lock-value" x={(x(taken) + x(released)) / 2} y={y + 15} textAnchor="middle">
        {value}
      </text>
    </g>
  );
}
