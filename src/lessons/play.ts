import { assert, assertUnreachable } from '../base/assert.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Lesson, Question, StopSpec } from './lesson.ts';
import { parseMarks } from './marks.ts';
import type { Measure } from './measure.ts';
import { scenarioOfScene, variedScenario } from './scene.ts';
import type { Language, LocalText } from './text.ts';
import { textIn } from './text.ts';
import type { Measured } from './value-text.ts';
import { valueText } from './value-text.ts';

/** In which scene a step plays, and where it stops. */
export interface StepPlace {
  readonly scene: string;
  readonly stop: StopSpec;
}

const START: StopSpec = { kind: 'start' };

/** The place of every step of a valid lesson: what a step leaves out it takes from the one before. */
export function placesOf(lesson: Lesson): StepPlace[] {
  const places: StepPlace[] = [];
  for (const step of lesson.steps) {
    const before = places.at(-1);
    const scene = step.scene ?? before?.scene ?? '';
    const stays = step.scene === undefined || step.scene === before?.scene;
    places.push({ scene, stop: step.stop ?? (stays ? before?.stop : undefined) ?? START });
  }
  return places;
}

/** All that the kernel is asked for the answer of `question`. */
export function measuresOf(question: Question): Measure[] {
  switch (question.kind) {
    case 'number':
      return [question.measure];
    case 'order':
      return question.items.map(({ measure }) => measure);
    case 'choice': {
      const { decide, options } = question;
      if ('measure' in decide) return [decide.measure];
      return options.flatMap(({ measure }) => (measure === undefined ? [] : [measure]));
    }
    default:
      return assertUnreachable(question);
  }
}

/** The scenario in which step `index` of a valid lesson plays; `seed` `null` = its own. */
export function scenarioOfStep(lesson: Lesson, index: number, seed: number | null): Scenario {
  const { scene } = placesOf(lesson)[index];
  const scenario = scenarioOfScene(lesson.scenes[scene]);
  assert(scenario.ok, `scene "${scene}" of a valid lesson is none`);
  return variedScenario(scenario.value, {}, seed);
}

/** A stretch of a text as it is shown; `value` = the kernel said it. */
export interface ShownSpan {
  readonly kind: 'text' | 'emphasis' | 'value';
  readonly text: string;
}

/** `text` in `language`, its values filled in; a value that is not there yet is an ellipsis. */
export function shownText(
  text: LocalText,
  language: Language,
  values: Readonly<Record<string, Measured>>,
): ShownSpan[] {
  const written = textIn(text, language);
  const spans = parseMarks(written);
  if (!spans.ok) return [{ kind: 'text', text: written }];
  return spans.value.map((span) => {
    if (span.kind !== 'value') return span;
    const measured = values[span.name];
    return { kind: 'value', text: measured === undefined ? '…' : valueText(measured, language) };
  });
}

/** The same as one plain string, for lists, labels and speech. */
export function plainText(
  text: LocalText,
  language: Language,
  values: Readonly<Record<string, Measured>> = {},
): string {
  return shownText(text, language, values)
    .map((span) => span.text)
    .join('');
}
