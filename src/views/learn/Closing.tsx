import { spokenLanguage, t } from '../../base/language.ts';
import { isRight } from '../../lessons/answers.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { MAX_SEEN } from '../../store/lessons-kept.ts';
import { answerText, saidText } from './answer-text.ts';
import { useKept, useLessons, useLessonsState } from './lessons-context.ts';
import { Text } from './Text.tsx';

/** The end: what the person saw, in their own words, beside what they predicted and what came. */
export function Closing({ lesson }: { readonly lesson: Lesson }) {
  const { write } = useLessons();
  const { seen } = useKept(lesson);
  return (
    <>
      <h2 className="lesson-step" aria-live="polite">
        {t('What did you see?')}
      </h2>
      {lesson.closing !== undefined && (
        <p className="lesson-caption" id="lesson-closing">
          <Text text={lesson.closing} />
        </p>
      )}
      <label className="lesson-seen">
        <span>{t('In your own words; kept in this browser alone')}</span>
        <textarea
          rows={4}
          maxLength={MAX_SEEN}
          value={seen}
          aria-describedby={lesson.closing === undefined ? undefined : 'lesson-closing'}
          onChange={({ target }) => write(target.value)}
        />
      </label>
      <Predictions lesson={lesson} />
    </>
  );
}

function Predictions({ lesson }: { readonly lesson: Lesson }) {
  const { go } = useLessons();
  const { said } = useKept(lesson);
  const answers = useLessonsState((state) => state.answers);
  const language = spokenLanguage();
  const values = answers?.values ?? {};
  const asked = lesson.steps.flatMap(({ question }, at) => (question ? { question, at } : []));
  return (
    <ol className="lesson-predictions">
      {asked.map(({ question, at }) => {
        const mine = said[at];
        const answer = answers?.steps[at]?.answer ?? null;
        const right = answer !== null && typeof mine !== 'string' && mine !== undefined;
        const mark = right && isRight(answer, mine);
        return (
          <li key={at} data-right={mark}>
            <button type="button" className="lesson-open" onClick={() => go(at)}>
              {plainText(question.prompt, language, values)}
            </button>
            <span>
              {t('Predicted: {said}', { said: saidText(question, mine) })}
              {mine === undefined ? '' : mark ? ` ✓` : ` ✗`}
            </span>
            {mine !== undefined && answer !== null && (
              <span>{t('Kernel: {answer}', { answer: answerText(question, answer) })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
