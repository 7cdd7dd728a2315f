import { use, useEffect } from 'react';

import { msg, spokenLanguage, t } from '../../base/language.ts';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { TERMS } from '../../lessons/terms.ts';
import type { HeldRun } from '../../store/held.ts';
import { createAskedSteps, mostHands } from '../../store/presenter-stops.ts';
import type { Lessons } from '../../store/lessons.ts';
import type { Remark } from '../../store/presenter-sheet.ts';
import { answerText, valuesText } from '../learn/answer-text.ts';
import { LessonsContext, useKept, useLessons, useLessonsState } from '../learn/lessons-context.ts';
import { lessonsOf } from '../learn/load-lessons.ts';
import { highlightsIn, termsIn } from '../learn/spotlight.ts';
import { Text } from '../learn/Text.tsx';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { tabMemory } from '../shell/browser.ts';
import { Coming } from '../shell/Part.tsx';
import { Board } from './Board.tsx';
import type { BoardParts } from './Board.tsx';
import { LessonBelow, LockBoard } from './LessonBelow.tsx';
import type { Show } from './show.ts';
import '../learn/learn.css';

const asked = createAskedSteps(tabMemory);

/** The lesson that is played: its steps are the stops, and a question takes two presses. */
export function LessonShow(props: BoardParts) {
  return (
    <LessonsContext value={use(lessonsOf(useApp()))}>
      <Played {...props} />
    </LessonsContext>
  );
}

function Played(parts: BoardParts) {
  const lesson = useLessonsState((state) => state.lesson);
  // A lesson asks for its run itself.
  const run = useHeldRun();
  if (lesson === null || run === null) return <Coming />;
  return <Steps {...parts} run={run} lesson={lesson} />;
}

interface StepsProps extends BoardParts {
  readonly run: HeldRun;
  readonly lesson: Lesson;
}

function Steps({ run, lesson, ...parts }: StepsProps) {
  const lessons = useLessons();
  const index = useLessonsState((state) => state.step);
  const kept = useKept(lesson);
  const fragment = useAppState((state) => state.lesson) ?? '';
  const step = lesson.steps[index];
  useAskAnew(lesson, index);
  const said = kept.said[index];
  const { question, locks } = step ?? {};
  const puzzle = locks === undefined ? undefined : lesson.locks[locks];
  const show: Show = {
    stop: `${lesson.id} ${index}`,
    talk: plainText(lesson.title, spokenLanguage()),
    ...useStepWords(lesson, index),
    at: Math.min(index + 1, lesson.steps.length),
    of: lesson.steps.length,
    highlights: highlightsIn(step?.highlights ?? []),
    // It says what the question asks.
    picture:
      puzzle === undefined || (question !== undefined && said === undefined) ? null : (
        <LockBoard puzzle={puzzle} />
      ),
    below:
      step === undefined || question === undefined ? null : (
        <LessonBelow lesson={lesson} index={index} step={step} question={question} />
      ),
    link: { fragment },
    step: (direction) => {
      if (direction === 1 && lessons.store.getState().showing) lessons.skip();
      else if (direction === 1 && question !== undefined && said === undefined) {
        const hands = question.kind === 'choice' ? mostHands(kept.hands[index] ?? []) : null;
        lessons.say(hands ?? 'unknown');
      } else lessons.go(index + direction);
    },
    countHand: ({ option, by }) => {
      const options = question?.kind === 'choice' ? question.options.length : 0;
      if (said === undefined && option < options) lessons.countHand(option, by);
    },
  };
  return <Board {...parts} run={run} show={show} />;
}

/** The first time that a lecture comes to a question nobody has answered it, and no hand is up. */
function useAskAnew(lesson: Lesson, index: number): void {
  const lessons = useLessons();
  useEffect(() => {
    if (asked.show(lesson.id, index)) forget(lessons, lesson, index);
  }, [lessons, lesson, index]);
}

function forget({ store, say, countHand }: Lessons, lesson: Lesson, index: number): void {
  const kept = store.getState().kept[lesson.id];
  if (kept?.said[index] !== undefined) say(null);
  kept?.hands[index]?.forEach((hands, option) => {
    for (let hand = 0; hand < hands; hand++) countHand(option, -1);
  });
}

const CLOSING = msg('What did you see?');

type StepWords = Pick<Show, 'title' | 'place' | 'caption' | 'captionText' | 'remarks' | 'next'>;

function useStepWords(lesson: Lesson, index: number): StepWords {
  const answers = useLessonsState((state) => state.answers);
  const language = spokenLanguage();
  const values = answers?.values ?? {};
  const say = (text: Parameters<typeof plainText>[0]): string => plainText(text, language, values);
  const step = lesson.steps[index];
  const of = lesson.steps.length;
  if (step === undefined) {
    const closing = lesson.closing ?? {};
    return {
      title: t(CLOSING),
      place: t('the end'),
      caption: <Text text={closing} />,
      captionText: say(closing),
      remarks: [],
      next: '',
    };
  }
  const after = lesson.steps[index + 1];
  return {
    title: say(step.title ?? lesson.title),
    place: t('step {n} of {all}', { n: index + 1, all: of }),
    caption: <Text text={step.caption} />,
    captionText: say(step.caption),
    remarks: remarksOf(step, answers?.steps[index]?.answer ?? null, say),
    next: after === undefined ? t(CLOSING) : say(after.title ?? after.caption),
  };
}

/** What a lecturer wants to know of a step, and the class not yet. */
function remarksOf(
  { question, analogy, highlights = [] }: LessonStep,
  answer: Parameters<typeof answerText>[1] | null,
  say: (text: Parameters<typeof plainText>[0]) => string,
): readonly Remark[] {
  const remarks: Remark[] = [];
  if (question !== undefined) {
    remarks.push({ name: t('Question'), text: say(question.prompt) });
    if (answer !== null) {
      const text = [answerText(question, answer), ...valuesText(question, answer)].join('\n');
      remarks.push({ name: t('Answer of the kernel'), text });
    }
    remarks.push({ name: t('Why'), text: say(question.right) });
    remarks.push({ name: t('To who predicted otherwise'), text: say(question.wrong) });
  }
  if (analogy !== undefined) remarks.push({ name: t('Likeness'), text: say(analogy) });
  for (const term of termsIn(highlights)) {
    remarks.push({ name: say(TERMS[term].word), text: say(TERMS[term].means) });
  }
  return remarks;
}
