import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import { assert } from '../../base/assert.ts';
import type { Lesson, LessonStep, Question } from '../../lessons/lesson.ts';
import type { Lessons, LessonsState } from '../../store/lessons.ts';
import { UNTOUCHED } from '../../store/lessons-kept.ts';
import type { KeptLesson } from '../../store/lessons-kept.ts';

/** Gives the lessons to every component below it. */
export const LessonsContext = createContext<Lessons | null>(null);

/** The lessons, for what a person can do. */
export function useLessons(): Lessons {
  const lessons = useContext(LessonsContext);
  assert(lessons !== null, 'a component of lessons must be below LessonsContext');
  return lessons;
}

/** A part of their state; renders again when it changes. */
export function useLessonsState<T>(select: (state: LessonsState) => T): T {
  return useStore(useLessons().store, select);
}

/** What is kept of `lesson`. */
export function useKept(lesson: Lesson): KeptLesson {
  return useLessonsState(({ kept }) => kept[lesson.id] ?? UNTOUCHED);
}

/** A step of a lesson that is played. */
export interface PlayedStep {
  readonly lesson: Lesson;
  /** From 0. */
  readonly index: number;
  readonly step: LessonStep;
}

/** A step that asks something. */
export interface AskedStep<Q extends Question = Question> extends PlayedStep {
  readonly question: Q;
}
