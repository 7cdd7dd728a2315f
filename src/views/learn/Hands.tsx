import { t } from '../../base/language.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { useKept, useLessons, useLessonsState } from './lessons-context.ts';

interface Props {
  readonly lesson: Lesson;
  readonly index: number;
  readonly option: number;
}

/** Counts the hands that a class raises for an option: a tap is a hand. */
export function Hands({ lesson, index, option }: Props) {
  const { countHand } = useLessons();
  const counting = useLessonsState((state) => state.classMode);
  const hands = useKept(lesson).hands[index]?.[option] ?? 0;
  if (!counting) return null;
  const count = t('{n, plural, one {{n} hand} other {{n} hands}}', { n: hands });
  return (
    <span className="lesson-hands">
      <button
        type="button"
        className="text-button"
        aria-label={t('Take back a hand for option {n}', { n: option + 1 })}
        disabled={hands === 0}
        onClick={() => countHand(option, -1)}
      >
        −
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={t('Count a hand for option {n}: {count}', { n: option + 1, count })}
        onClick={() => countHand(option, 1)}
      >
        ✋ {hands}
      </button>
    </span>
  );
}
