import { t } from '../../../base/language.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { encodeLesson } from '../../../lessons/link.ts';
import { save } from '../../export/save.ts';
import { useApp } from '../../shell/app-context.ts';
import { copyFragment } from '../../shell/copy-link.ts';

/** Gives a finished lesson away, as a file or a link; `null` = it is not finished. */
export function ShareLesson({ lesson }: { readonly lesson: Lesson | null }) {
  const app = useApp();
  const file = (): void => {
    if (lesson === null) return;
    const content = new Blob([JSON.stringify(lesson, null, 2)], { type: 'application/json' });
    save({ name: `${lesson.id.replace(/^own-/u, '')}.watchmen-lesson.json`, content });
  };
  const link = async (): Promise<void> => {
    if (lesson === null) return;
    const { fragment, characters, long } = encodeLesson(lesson);
    const copied = await copyFragment(fragment);
    if (!copied) app.notify('problem', t('Copying is not allowed here. Save a file instead.'));
    else if (long) {
      app.notify(
        'info',
        t(
          'The link is copied. It has {characters} characters, which some programs cut: a file is safer.',
          { characters: groupDigits(characters) },
        ),
      );
    } else app.say(t('Link to this lesson copied'));
  };
  return (
    <>
      <button type="button" className="text-button" disabled={lesson === null} onClick={file}>
        {t('Save as a file')}
      </button>
      <button
        type="button"
        className="text-button"
        disabled={lesson === null}
        onClick={() => void link()}
      >
        {t('Copy link')}
      </button>
    </>
  );
}
