import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { speak } from '../../base/language.ts';
import { FAULT_TARGETS } from '../../base/vocabulary.ts';
import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import { readCatalogues } from '../../testing/catalogues.ts';
import { faultSentence } from './fault-words.ts';
import { faultsInShort } from './faults-in-short.ts';
import { incidentSentence } from './incident-words.ts';
import { endWords } from './outcome-words.ts';

beforeAll(() => {
  const messages = Object.assign({}, ...readCatalogues().values()) as Record<string, string>;
  speak('de', messages);
});
afterAll(() => speak('en', {}));

const FLIP = {
  at: { event: 2 },
  app: 0,
  replica: 1,
  target: 'gpr',
  register: 'bx',
  bit: 17,
  fate: 'stays',
} as const;

function planOf(fault: FaultSpec) {
  const workload = {
    kind: 'periodic',
    events: 6,
    instructions: 40_000,
    trap: 'pagefault',
  } as const;
  const app = { ...DEFAULT_APP, name: 'small', workload, signalling: 'migration' } as const;
  const plan = compilePlan({ ...defaultScenario(), apps: [app], faults: [fault] }, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

describe('a fault in German', () => {
  it('begins with the instant, as a fault is set by an infinitive', () => {
    expect(faultSentence(FLIP, planOf(FLIP))).toBe(
      'Vor Ereignis 3: Bit 17 von bx in R1 kippen; der Fehler bleibt, wo er ist',
    );
  });

  it('declines what is left to be drawn', () => {
    const drawn = { at: { cycle: 5000 }, app: 0, replica: 1, target: 'gpr' } as const;
    expect(faultSentence(drawn, planOf(drawn))).toBe(
      'Takt 5\u202f000: Ein ausgelostes Bit von einem ausgelosten Register in R1 kippen',
    );
  });

  it('has words for every target, with nothing left open', () => {
    const plan = planOf(FLIP);
    for (const target of FAULT_TARGETS) {
      const fault: FaultSpec = { at: { cycle: 1 }, app: 0, replica: 1, target };
      const said = [
        faultSentence(fault, plan),
        faultsInShort({ faults: [fault], faultRate: null }, plan),
      ].join('\n');
      expect(said, target).not.toMatch(/[{}]|\b(?:the|of|drawn|none|undefined)\b/u);
    }
  });
});

describe('the story of a fault in German', () => {
  it('is that of the English one', () => {
    const plan = planOf(FLIP);
    const recording = record(plan);
    expect(recording.incidents.map((incident) => incidentSentence(incident, plan))).toEqual([
      'Ein Fehler kippt Bit 17 von bx in R1.',
      'Romain vergleicht 3 Zustände: Sie weichen ab.',
      'Romain erklärt R1 für falsch und kopiert R2 darüber.',
      'R1 gleicht wieder R2: Register, UTCB und 64 KiB kopiert.',
    ]);
    expect(endWords({ plan, recording }, 0)?.text).toMatch(
      /^R1 bei Ereignis 3 korrigiert · gefunden .+ µs nach dem Fehler$/u,
    );
  });
});
