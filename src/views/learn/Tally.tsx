import { spokenLanguage, t } from '../../base/language.ts';
import type { ChoiceQuestion } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { useKept, useLessonsState } from './lessons-context.ts';
import type { AskedStep } from './lessons-context.ts';

interface Props extends AskedStep<ChoiceQuestion> {
  /** The option that is right. */
  readonly right: number;
}

/** How many hands each option had. */
export function Tally({ lesson, index, question, right }: Props) {
  const counting = useLessonsState((state) => state.classMode);
  const hands = useKept(lesson).hands[index];
  const all = hands?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (!counting || hands === undefined || all === 0) return null;
  const options = question.options.map((option, i) => ({ ...option, i }));
  return (
    <table className="lesson-tally">
      <caption>{t('Hands of the class')}</caption>
      <tbody>
        {options.map(({ text, i }) => (
          <tr key={i} data-right={i === right}>
            <th scope="row">{plainText(text, spokenLanguage())}</th>
            <td className="num">{hands[i] ?? 0}</td>
            <td aria-hidden="true">
              <span className="lesson-bar" style={{ width: `${((hands[i] ?? 0) / all) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
