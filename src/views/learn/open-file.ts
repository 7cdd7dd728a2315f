import { spokenLanguage, t } from '../../base/language.ts';
import { plainText } from '../../lessons/play.ts';
import type { AppStore } from '../../store/app-store.ts';
import { lessonsOf } from './load-lessons.ts';

/** Keeps the lesson of a file that was dropped or pasted, and offers to play it; or says what is wrong with it. */
export async function openLessonFile(app: AppStore, file: File): Promise<void> {
  const lessons = await lessonsOf(app);
  const before = new Set(lessons.store.getState().all);
  const problems = lessons.openText(await file.text());
  if (problems.length > 0) {
    lessons.editor.close();
    app.setScreen('learn');
    app.notify('problem', t('{name} was not opened; nothing has changed.', { name: file.name }));
    return;
  }
  const { all } = lessons.store.getState();
  const opened = all.find((lesson) => !before.has(lesson));
  const again = t('The lesson in {name} is among your own lessons in Learn.', { name: file.name });
  if (opened === undefined) app.notify('info', again);
  else {
    const title = plainText(opened.title, spokenLanguage());
    app.notify('info', again, {
      label: t('Play: {title}', { title }),
      perform: () => lessons.open(opened, 0),
    });
  }
}
