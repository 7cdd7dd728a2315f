import type { Highlight } from '../../../lessons/highlight.ts';

/** A thing of the stage that a step may point at: `replica:1`, `stage:compare`. */
export type StageThing = `${'core' | 'replica' | 'slot' | 'stage' | 'panel'}:${string}` | 'message';

/** What the machine of a run needs besides a highlight itself: where replicas live. */
interface Homes {
  readonly homes: readonly number[];
  readonly resCore: number;
}

/** The things of the stage that `highlights` name. */
export function litThings(
  highlights: readonly Highlight[],
  { homes, resCore }: Homes,
): ReadonlySet<StageThing> {
  return new Set(highlights.flatMap((one) => thingsOf(one, { homes, resCore })));
}

function thingsOf(highlight: Highlight, { homes, resCore }: Homes): StageThing[] {
  switch (highlight.kind) {
    case 'core':
    case 'lane': {
      const replica = homes.indexOf(highlight.index);
      const core: StageThing = `core:${highlight.index}`;
      return replica >= 0 && highlight.index !== resCore ? [core, `replica:${replica}`] : [core];
    }
    case 'replica':
      return [`replica:${highlight.index}`];
    case 'slot':
      return [`slot:${highlight.index}`, 'stage:slots'];
    case 'stage':
      return [`stage:${stepOf(highlight.stage)}`];
    case 'message':
      return ['message'];
    case 'panel':
      return highlight.panel === 'stack' ? [`core:${resCore}`] : [`panel:${highlight.panel}`];
    case 'span':
    case 'part':
      return ['panel:timeline'];
    case 'bar':
      return ['panel:overhead'];
    case 'term':
      return [];
    default:
      return highlight satisfies never;
  }
}

/** The steps of Romain as the stage shows them: who handles is one of them. */
function stepOf(stage: Extract<Highlight, { kind: 'stage' }>['stage']): string {
  if (stage === 'memory-manager' || stage === 'system-call-proxy') return 'handle';
  if (stage === 'device' || stage === 'recovery') return 'handle';
  return stage;
}

/** Does a step look at the chart rather than at the machine? */
export function wantsChart(highlights: readonly Highlight[]): boolean {
  const chart = highlights.some(
    (one) =>
      one.kind === 'bar' ||
      (one.kind === 'panel' && (one.panel === 'overhead' || one.panel === 'growth')),
  );
  const machine = highlights.some(
    (one) =>
      ['core', 'replica', 'slot', 'stage', 'message'].includes(one.kind) ||
      (one.kind === 'panel' && one.panel === 'machine'),
  );
  return chart && !machine;
}
