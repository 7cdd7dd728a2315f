import type { EventKind } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';

/** What names need to know of a run. */
export type Names = Pick<MachinePlan, 'apps'>;

/** `R1`, `Romain`, the name of an unreplicated program; with `of …` where several apps run. */
export function actorName(plan: Names, app: number, replica: number): string {
  const spec = plan.apps[app];
  if (spec === undefined) return 'nobody';
  if (spec.redundancy === 'native') return spec.name;
  const of = plan.apps.length > 1 ? ` of ${spec.name}` : '';
  if (replica >= 0) return `R${replica}${of}`;
  return of === '' ? 'Romain' : `Romain (${spec.name})`;
}

/** An event kind in plain words: `call-sent` as `CALL sent`. */
export function eventKindWords(kind: EventKind): string {
  const words = kind.replaceAll('-', ' ');
  return words.replaceAll(/\b(?:call|handshake|ipi|gdt|migrate|notify|post|release)\b/gu, (word) =>
    word.toUpperCase(),
  );
}
