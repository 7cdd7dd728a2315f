import { assertUnreachable } from '../../base/assert.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { Lessons } from '../../store/lessons.ts';
import { lessonsOf } from './load-lessons.ts';

/** What commands do about lessons. */
export type LessonDeed = 'next' | 'previous' | 'answer' | 'leave' | 'write' | 'write-notes';

/** Does it, once lessons are there. */
export async function learn(app: AppStore, deed: LessonDeed): Promise<void> {
  const lessons = await lessonsOf(app);
  const { step } = lessons.store.getState();
  switch (deed) {
    case 'next':
      lessons.go(step + 1);
      return;
    case 'previous':
      lessons.go(step - 1);
      return;
    case 'answer':
      answer();
      return;
    case 'leave':
      lessons.leave();
      return;
    case 'write':
    case 'write-notes':
      write(app, lessons, deed);
      return;
    default:
      assertUnreachable(deed);
  }
}

const FIELDS = ['input', '.lesson-grip', 'button'].join(',');

/** Says what is chosen, else goes to where one chooses; what plays is cut short. */
function answer(): void {
  const question = document.querySelector('.lesson-question');
  const button = question?.querySelector<HTMLButtonElement>('.lesson-say .primary, .lesson-skip');
  if (button && !button.disabled) button.click();
  else question?.querySelector<HTMLElement>(FIELDS)?.focus();
}

function write(app: AppStore, { editor }: Lessons, deed: 'write' | 'write-notes'): void {
  const made = deed === 'write' ? editor.create() : editor.createFromNotes();
  if (made.ok) app.setScreen('learn');
  else app.notify('problem', made.error);
}
