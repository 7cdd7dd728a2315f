import { spokenLanguage, t } from '../../base/language.ts';
import { plainText } from '../../lessons/play.ts';
import type { ChoiceQuestion } from '../../lessons/lesson.ts';
import type { Said } from '../../store/lessons-kept.ts';
import { useKept, useLessons, useLessonsState } from '../learn/lessons-context.ts';
import type { AskedStep } from '../learn/lessons-context.ts';
import { Text } from '../learn/Text.tsx';

interface Props extends AskedStep<ChoiceQuestion> {
  /** `undefined` = the class is still being asked. */
  readonly said: Said | undefined;
}

/** A question with its options, each with the hands that were raised for it; afterwards what came, and why. */
export function ChoiceBoard({ lesson, index, question, said }: Props) {
  const { countHand } = useLessons();
  const hands = useKept(lesson).hands[index] ?? [];
  const answer = useLessonsState((state) => state.answers?.steps[index]?.answer ?? null);
  // What comes is seen before it is said.
  const showing = useLessonsState((state) => state.showing);
  const right = said !== undefined && !showing && answer?.kind === 'choice' ? answer.right : null;
  const options = question.options.map((option, i) => ({ ...option, i }));
  return (
    <section
      className="pr-question"
      aria-label={t('Question')}
      data-said={right === null ? undefined : ''}
      data-hands={hands.some((count) => count > 0) ? '' : undefined}
    >
      <h2>
        {right === null ? (
          <Text text={question.prompt} />
        ) : (
          <Text text={right === said ? question.right : question.wrong} />
        )}
      </h2>
      <ul>
        {options.map(({ text, hint, i }) => {
          const count = hands[i] ?? 0;
          return (
            <li key={i} data-right={right === null ? undefined : i === right}>
              <button
                type="button"
                disabled={said !== undefined}
                aria-label={optionWords(i, plainText(text, spokenLanguage()), count)}
                onClick={() => countHand(i, 1)}
              >
                <kbd>{right === null ? i + 1 : i === right ? '✓' : '✗'}</kbd>
                <span className="pr-option">
                  <b>
                    <Text text={text} />
                  </b>
                  {hint !== undefined && (
                    <span>
                      <Text text={hint} />
                    </span>
                  )}
                </span>
                <span className="pr-hands">
                  <b className="num">{count}</b>
                  {t('{n, plural, one {hand} other {hands}}', { n: count })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function optionWords(i: number, text: string, hands: number): string {
  const counted = t('{n, plural, one {{n} hand} other {{n} hands}}', { n: hands });
  return t('Option {n}: {text}. {counted}. Press to count a hand', { n: i + 1, text, counted });
}
