import { findLesson } from '../../lessons/library/index.ts';
import { decodeLesson } from '../../lessons/link.ts';
import { scenarioOfStep } from '../../lessons/play.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { decodeLink } from '../../scenario/link.ts';
import { placeReplicas } from '../../scenario/placement.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { parseLessonAddress } from '../../store/lessons-address.ts';

/** The scenario that the link in `fragment` opens with; `null` = it cannot be told from the link alone. */
export function scenarioOfLink(fragment: string): Scenario | null {
  if (fragment === '') return defaultScenario();
  const lesson = parseLessonAddress(fragment);
  if (lesson !== null) {
    const { kind, text } = lesson.source;
    const found = kind === 'id' ? findLesson(text) : decodeLesson(text);
    if (!found.ok) return null;
    const last = found.value.steps.length - 1;
    return scenarioOfStep(found.value, Math.min(lesson.step ?? 0, last), null);
  }
  const link = decodeLink(fragment);
  return link.ok ? link.value.scenario : null;
}

/** A core as a still picture shows it. CSS px within the picture. */
export interface StillCore {
  readonly core: number;
  readonly x: number;
  readonly y: number;
  readonly resilient: boolean;
  /** Those that live there; `replica` is `null` of a program without Romain. */
  readonly residents: readonly { readonly app: number; readonly replica: number | null }[];
}

/** The machine before anything has run. */
export interface StillMachine {
  readonly width: number;
  readonly height: number;
  readonly sockets: readonly { readonly y: number; readonly height: number }[];
  readonly cores: readonly StillCore[];
}

export const CORE = 56;
const GAP = 10;
const PAD = 14;
/** Sockets with more cores have several rows of them. */
const ROW = 8;

/** Where sockets, cores and replicas stand, as far as the scenario alone tells. */
export function stillMachine(scenario: Scenario): StillMachine {
  const { sockets, coresPerSocket, resCores } = scenario.machine;
  const homes = placeReplicas(scenario, []);
  const columns = Math.min(ROW, coresPerSocket);
  const rows = Math.ceil(coresPerSocket / columns);
  const high = rows * (CORE + GAP) - GAP + 2 * PAD;
  const cores = Array.from({ length: sockets * coresPerSocket }, (_, core) => {
    const within = core % coresPerSocket;
    return {
      core,
      x: PAD + (within % columns) * (CORE + GAP),
      y: socketOf(core) * (high + GAP) + PAD + Math.floor(within / columns) * (CORE + GAP),
      resilient: resCores.includes(core),
      residents: residentsOf(core),
    };
  });
  return {
    width: columns * (CORE + GAP) - GAP + 2 * PAD,
    height: sockets * (high + GAP) - GAP,
    sockets: Array.from({ length: sockets }, (_, socket) => ({
      y: socket * (high + GAP),
      height: high,
    })),
    cores,
  };

  function socketOf(core: number): number {
    return Math.floor(core / coresPerSocket);
  }

  function residentsOf(core: number): StillCore['residents'] {
    return homes.flatMap((list, app) => {
      const at = list.indexOf(core);
      if (at < 0) return [];
      return [{ app, replica: scenario.apps[app]?.redundancy === 'native' ? null : at }];
    });
  }
}
