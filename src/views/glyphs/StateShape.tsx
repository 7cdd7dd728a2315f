import { assertUnreachable } from '../../base/assert.ts';
import type { ReplicaId } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { SpanStyle } from '../../kernel/activities.ts';

interface Props {
  /** `wait` and `queue` exist in stacked bars only. */
  readonly state: SpanStyle | 'wait' | 'queue';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whose code, for `user`; -1 = nobody's. */
  readonly replica?: ReplicaId;
  readonly method: SignallingMethod;
  /** Prefix of the `StatePatterns` in force. */
  readonly patterns: string;
}

/** A stretch of time in the style of its state: the same in tile strip, bar and legend. */
export function StateShape(props: Props) {
  const { state, x, y, width, height, replica = -1, method, patterns } = props;
  const box = { x, y, width, height };
  switch (state) {
    case 'halted':
      return (
        <path d={`M${x} ${y + height / 2}h${width}`} stroke="var(--ink-3)" strokeWidth={1.5} />
      );
    case 'blocked':
      return <Blocked {...box} />;
    case 'user':
      return <User {...box} hue={replica < 0 ? 'kern' : `r${replica % 7}`} />;
    case 'kernel':
      return <rect {...box} fill="var(--kern)" />;
    case 'resume':
      return <Resume {...box} />;
    case 'signalIn':
      return <rect {...box} fill={`url(#${patterns}-${method}-in)`} />;
    case 'signalOut':
      return <rect {...box} fill={`url(#${patterns}-${method}-out)`} />;
    case 'polling':
      return <rect {...box} fill={`url(#${patterns}-poll)`} />;
    case 'compare':
      return <Compare {...box} />;
    case 'handle':
      return <rect {...box} fill="var(--work)" />;
    case 'recover':
      return <rect {...box} fill="var(--fault-t)" stroke="var(--fault)" />;
    case 'wait':
    case 'queue':
      return <Waiting {...box} dashed={state === 'queue'} />;
    default:
      return assertUnreachable(state);
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function Blocked({ x, y, width, height }: Box) {
  const end = Math.min(0.75, width / 2);
  return (
    <path
      d={`M${x} ${y + height / 2}h${width}M${x + end} ${y + 1}v${height - 2}M${x + width - end} ${y + 1}v${height - 2}`}
      stroke="var(--ink-3)"
      strokeWidth={1.5}
      fill="none"
    />
  );
}

function User({ x, y, width, height, hue }: Box & { readonly hue: string }) {
  return (
    <>
      <rect x={x} y={y} width={width} height={height} fill={`var(--${hue}-t)`} />
      <rect x={x} y={y + height - 2.5} width={width} height={2.5} fill={`var(--${hue})`} />
    </>
  );
}

function Resume({ x, y, width, height }: Box) {
  return (
    <>
      <rect x={x} y={y} width={width} height={height} fill="var(--kern-t)" />
      <path
        d={`M${x} ${y + 0.75}h${width}M${x} ${y + height - 0.75}h${width}`}
        stroke="var(--kern)"
        strokeWidth={1.5}
      />
    </>
  );
}

function Compare({ x, y, width, height }: Box) {
  const gap = Math.min(3, height / 6);
  const middle = y + height / 2;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} fill="var(--work-t)" />
      {width > 3 && (
        <path
          d={`M${x + 1} ${middle - gap}h${width - 2}M${x + 1} ${middle + gap}h${width - 2}`}
          stroke="var(--work)"
          strokeWidth={Math.min(1.6, height / 8)}
        />
      )}
      {width > 1.5 && (
        <rect
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          fill="none"
          stroke="var(--work)"
        />
      )}
    </>
  );
}

function Waiting({ x, y, width, height, dashed }: Box & { readonly dashed: boolean }) {
  if (width < 1)
    return <rect x={x} y={y} width={width} height={height} fill="var(--ink-3)" opacity={0.5} />;
  return (
    <>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        fill="var(--panel)"
        stroke="var(--ink-3)"
        strokeDasharray={dashed ? '2 2' : undefined}
      />
      {width > 5 && (
        <path
          d={`M${x + 2} ${y + height / 2}h${width - 4}`}
          stroke="var(--ink-3)"
          strokeWidth={1.5}
        />
      )}
    </>
  );
}
