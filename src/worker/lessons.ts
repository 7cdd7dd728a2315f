import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { lessonFindings } from '../lessons/answers.ts';
import type { LessonFindings } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LessonProblem } from '../lessons/problem.ts';
import { scenarioOfScene } from '../lessons/scene.ts';
import type { Profile } from '../workload/profile.ts';
import type { ProfileLoader } from './profiles.ts';

/** Asks a worker of its own what the kernel says about a valid lesson. */
export interface LessonRequest {
  readonly kind: 'lesson';
  readonly lesson: Lesson;
}

/** The answer to a `LessonRequest`. */
export interface LessonReply {
  readonly kind: 'lesson-answered';
  /** The error is that of a program that cannot be had. */
  readonly findings: Result<LessonFindings, readonly LessonProblem[]>;
}

/** Loads the programs that the lesson runs, and runs what its answers need. */
export async function answerLesson(
  { lesson }: LessonRequest,
  loadProfiles: ProfileLoader,
): Promise<LessonReply> {
  const profiles = new Map<string, Profile>();
  for (const scene of Object.values(lesson.scenes)) {
    const scenario = scenarioOfScene(scene);
    if (!scenario.ok) continue;
    const loaded = await loadProfiles(scenario.value);
    if (!loaded.ok) return { kind: 'lesson-answered', findings: err(loaded.error) };
    for (const [id, profile] of loaded.value) profiles.set(id, profile);
  }
  return { kind: 'lesson-answered', findings: ok(lessonFindings(lesson, null, profiles)) };
}
