import { spokenLanguage, t } from '../../base/language.ts';
import { ok } from '../../base/result.ts';
import { plainText } from '../../lessons/play.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { PaletteItem } from '../palette/item.ts';
import { lessonsOf } from './load-lessons.ts';

/** Lessons that can be opened, and the steps of the one that is played. */
export async function lessonItems(app: AppStore): Promise<readonly PaletteItem[]> {
  const lessons = await lessonsOf(app);
  const { all, lesson } = lessons.store.getState();
  const language = spokenLanguage();
  const opening = all.map((one) =>
    itemOf(
      ['lesson', one.id].join(' '),
      t('Open lesson: {title}', { title: plainText(one.title, language) }),
      () => lessons.open(one, null),
    ),
  );
  const steps = (lesson?.steps ?? []).map(({ title }, at) =>
    itemOf(
      ['lesson-step', at].join(' '),
      t('Go to step {n} of the lesson: {title}', {
        n: at + 1,
        title: title === undefined ? '' : plainText(title, language),
      }),
      () => lessons.go(at),
    ),
  );
  return [...steps, ...opening];
}

function itemOf(id: string, title: string, act: () => void): PaletteItem {
  return {
    id,
    title,
    group: t('Learn'),
    keys: [],
    run() {
      act();
      return ok(null);
    },
  };
}
