import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Note } from '../scenario/note.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { findPreset } from '../scenario/presets.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { arbitraryNotes } from '../testing/arbitrary-link.ts';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import { lessonAnswers } from './answers.ts';
import { lessonFromNotes } from './from-notes.ts';
import { plainText } from './play.ts';
import { scenarioOfScene } from './scene.ts';
import { sceneOf } from './short-scenario.ts';

const preset = (id: string): Scenario => {
  const found = findPreset(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value.scenario;
};
const note = (text: string, more: Partial<Note> = {}): Note => ({
  time: 0,
  step: 0,
  text,
  bookmark: null,
  ...more,
});

describe('notes of the Lab', () => {
  it('make a lesson of a scene for each run and a step for each note', () => {
    const first = [note('Both compute.', { time: 900, step: 3 }), note('', { bookmark: 4 })];
    const lesson = lessonFromNotes({
      title: 'Wer wartet – und warum?',
      language: 'de',
      runs: [
        { scenario: preset('talk-ipc'), notes: first },
        { scenario: preset('talk-polling'), notes: [] },
        { scenario: { ...preset('talk-migration'), seed: 7 }, notes: [note('2 * 3 {x}')] },
      ],
    });
    expect(lesson).toMatchObject({
      ok: true,
      value: {
        id: 'wer-wartet-und-warum',
        title: { de: 'Wer wartet – und warum?' },
        scenes: {
          'run-1': { preset: 'talk-ipc' },
          'run-2': { preset: 'talk-migration', change: { seed: 7 } },
        },
        steps: [
          {
            scene: 'run-1',
            stop: { kind: 'instant', time: 900, step: 3 },
            caption: { de: 'Both compute.' },
          },
          { caption: { de: 'Lesezeichen 4' } },
          { scene: 'run-2', caption: { de: String.raw`2 \* 3 \{x\}` } },
        ],
      },
    });
    if (!lesson.ok) return;
    expect(plainText(lesson.value.steps[2].caption, 'de')).toBe('2 * 3 {x}');
  });

  it('stop where they were written', () => {
    const notes = [note('here', { time: 6_400_123, step: 4000 })];
    const runs = [{ scenario: preset('talk-ipc'), notes }];
    const lesson = lessonFromNotes({ title: 'x', language: 'en', runs });
    const answers = lesson.ok ? lessonAnswers(lesson.value, null, shippedProfiles()) : lesson;
    expect(answers).toMatchObject({
      ok: true,
      value: { steps: [{ scene: 'run-1', at: { time: 6_400_123, step: 4000 }, answer: null }] },
    });
  });

  it('that lie after the end of their run are named', () => {
    const runs = [{ scenario: preset('talk-ipc'), notes: [note('late', { time: 1e12 })] }];
    const lesson = lessonFromNotes({ title: 'x', language: 'en', runs });
    const answers = lesson.ok ? lessonAnswers(lesson.value, null, shippedProfiles()) : lesson;
    expect(answers).toMatchObject({ ok: false, error: [{ path: 'steps[0].stop' }] });
  });

  it('that are none, or too many, make none', () => {
    const scenario = defaultScenario();
    const lesson = (notes: readonly Note[], runs = 1) =>
      lessonFromNotes({
        title: '',
        language: 'en',
        runs: Array.from({ length: runs }, () => ({ scenario, notes })),
      });
    expect(lesson([])).toMatchObject({ ok: false, error: /no notes yet/ });
    expect(lesson([note('a')], 33)).toMatchObject({ ok: false, error: /at most 64 steps from 32/ });
    expect(lesson([note('a')])).toMatchObject({ ok: true, value: { title: { en: /\w/ } } });
  });

  it('make a valid lesson, whatever is written in them', () => {
    fc.assert(
      fc.property(arbitraryNotes, fc.string({ unit: 'binary' }), (notes, title) => {
        const written = notes.filter(({ text, bookmark }) => /\w/.test(text) || bookmark !== null);
        const runs = [{ scenario: defaultScenario(), notes: written }];
        const lesson = lessonFromNotes({ title, language: 'en', runs });
        expect(lesson.ok).toBe(written.length > 0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a scene of a scenario', () => {
  it('is that scenario again', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const again = scenarioOfScene(sceneOf(scenario));
        // What is longer than a lesson may be is refused.
        expect(again.ok ? again.value : again.error.map(({ path }) => path)).toEqual(
          again.ok ? scenario : ['apps'],
        );
      }),
      { numRuns: 40 },
    );
  });
});
