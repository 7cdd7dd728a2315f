import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Answer, LessonAnswers, StepAnswer } from '../../lessons/answers.ts';
import { lessonAnswers } from '../../lessons/answers.ts';
import type { Lesson, Question } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { scenarioOfScene } from '../../lessons/scene.ts';
import type { Language } from '../../lessons/text.ts';
import { valueText } from '../../lessons/value-text.ts';
import type { Profile } from '../../workload/profile.ts';
import { seedOption } from '../change-scenario.ts';
import { writeJson } from '../command.ts';
import type { Files, Io, Outcome } from '../io.ts';
import { loadProfiles } from '../load-profiles.ts';
import { grouped } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { languageOf, problemText, resolveLesson } from './lessons-files.ts';

/** `lessons answers`: runs a lesson and says where it stops and what is right. */
export function answersOfLesson(args: Arguments, io: Io): Outcome {
  const language = languageOf(args);
  if (!language.ok) return language;
  const seed = seedOption(args);
  if (!seed.ok) return seed;
  const lesson = resolveLesson(args.operands[0], io.files);
  if (!lesson.ok) return lesson;
  const profiles = profilesOf(lesson.value, io.files);
  if (!profiles.ok) return profiles;
  const answers = lessonAnswers(lesson.value, seed.value ?? null, profiles.value);
  if (!answers.ok) {
    for (const problem of answers.error) io.out(`${problemText(problem)}\n`);
    return ok(1);
  }
  if (args.flags.has('json')) {
    writeJson(io, { lesson: lesson.value.id, seed: seed.value ?? null, ...answers.value });
  } else {
    writeAnswers(io, { lesson: lesson.value, answers: answers.value, language: language.value });
  }
  return ok(0);
}

function profilesOf(lesson: Lesson, files: Files): Result<ReadonlyMap<string, Profile>, string> {
  const profiles = new Map<string, Profile>();
  for (const [name, scene] of Object.entries(lesson.scenes)) {
    const scenario = scenarioOfScene(scene);
    if (!scenario.ok) continue;
    const loaded = loadProfiles(scenario.value, files);
    if (!loaded.ok) return err(`scenes.${name}: ${loaded.error}`);
    for (const [id, profile] of loaded.value) profiles.set(id, profile);
  }
  return ok(profiles);
}

interface Written {
  readonly lesson: Lesson;
  readonly answers: LessonAnswers;
  readonly language: Language;
}

function writeAnswers(io: Io, { lesson, answers, language }: Written): void {
  const text = (of: Parameters<typeof plainText>[0]): string =>
    plainText(of, language, answers.values);
  io.out(`${text(lesson.title)}\n`);
  lesson.steps.forEach(({ title, caption, question }, i) => {
    const step = answers.steps[i];
    const head = title === undefined ? '' : ` ${text(title)}`;
    io.out(`\n${i + 1}.${head} (${placeText(step)})\n   ${text(caption)}\n`);
    if (question === undefined || step.answer === null) return;
    io.out(`   ? ${text(question.prompt)}\n`);
    io.out(`   = ${answerText(question, step.answer, { language, text })}\n`);
  });
  if (lesson.closing !== undefined) io.out(`\n${text(lesson.closing)}\n`);
}

function placeText({ scene, at }: StepAnswer): string {
  return `${scene} at ${grouped(at.time)} cycles, step ${grouped(at.step)}`;
}

interface Words {
  readonly language: Language;
  readonly text: (of: Parameters<typeof plainText>[0]) => string;
}

function answerText(question: Question, answer: Answer, { language, text }: Words): string {
  const values = 'values' in answer ? answer.values.map((one) => valueText(one, language)) : [];
  if (question.kind === 'choice' && answer.kind === 'choice') {
    return `${text(question.options[answer.right].text)} [${values.join(' | ')}]`;
  }
  if (question.kind === 'order' && answer.kind === 'order') {
    const items = answer.right.map((i) => `${text(question.items[i].text)} [${values[i] ?? ''}]`);
    return items.join(' < ');
  }
  if (answer.kind !== 'number') return '';
  const { value, unit, tolerance } = answer;
  return `${valueText({ value, unit }, language)} ± ${tolerance}`;
}
