import type { StopSpec } from '../../../lessons/lesson.ts';
import type {
  EventRole,
  Measure,
  PlainMeasure,
  RunFigure,
  StopFigure,
} from '../../../lessons/measure.ts';
import { EVENT_ROLES, RUN_FIGURE_NAMES, STOP_FIGURE_NAMES } from '../../../lessons/measure.ts';

/** Where a measure is asked for. */
interface Asked {
  readonly scene: string;
  readonly stop: StopSpec;
}

/** A measure of a kind, of the scene and the event that the step is about. */
export function newMeasure<Of extends Measure['of']>(
  of: Of,
  asked: Asked,
): Of extends PlainMeasure['of'] ? PlainMeasure : Measure;
export function newMeasure(of: Measure['of'], asked: Asked): Measure {
  const { scene, stop } = asked;
  const event = stop.kind === 'event' ? stop.event : 0;
  if (isOneOf(RUN_FIGURE_NAMES, of)) return { of: of satisfies RunFigure, scene };
  if (isOneOf(EVENT_ROLES, of)) return { of: of satisfies EventRole, scene, event };
  if (isOneOf(STOP_FIGURE_NAMES, of)) return stopFigure(of, asked);
  switch (of) {
    case 'part':
      return { of, part: 'wait', scene };
    case 'mode':
      return { of, mode: 'halted', core: 0, scene };
    case 'between':
      return { of, scene, event, from: 'trapped', until: 'completed' };
    case 'difference':
    case 'quotient': {
      const one = { of: 'overhead', scene } as const;
      return { of, left: { ...one, method: 'ipc' }, right: { ...one, method: 'polling' } };
    }
    case 'campaign':
      return { of, scene, runs: 100, targets: ['gpr'], outcomes: ['silent corruption'] };
    case 'locks':
      return { of, locks: 'puzzle', figure: 'agree' };
    case 'published':
      return { of, fact: 'scc-cores' };
    default:
      return of satisfies never;
  }
}

function stopFigure(of: StopFigure, { scene, stop }: Asked): PlainMeasure {
  const core = of === 'core-mode' || of === 'core-activity' ? { core: 0 } : {};
  const replica = of === 'replica-part' ? { replica: 0 } : {};
  return { of, scene, stop, ...core, ...replica };
}

function isOneOf<W extends string>(words: readonly W[], word: string): word is W {
  return words.some((one) => one === word);
}
