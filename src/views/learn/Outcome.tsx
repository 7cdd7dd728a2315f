import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

import { t } from '../../base/language.ts';
import { isRight } from '../../lessons/answers.ts';
import type { Answer } from '../../lessons/answers.ts';
import type { Said } from '../../store/lessons-kept.ts';
import { answerText, saidText, valuesText } from './answer-text.ts';
import { Tally } from './Tally.tsx';
import { useLessons, useLessonsState } from './lessons-context.ts';
import type { AskedStep } from './lessons-context.ts';
import { Text } from './Text.tsx';

interface Props extends AskedStep {
  readonly said: Said;
}

/** The prediction beside what the kernel says, and why. */
export function Outcome(props: Props) {
  const { index } = props;
  const { say } = useLessons();
  const answers = useLessonsState((state) => state.answers);
  const failed = useLessonsState((state) => state.problem !== '');
  const answer = answers?.steps[index]?.answer ?? null;
  const showing = useLessonsState((state) => state.showing);
  const box = useRef<HTMLDivElement>(null);
  useFocusKept(box, showing);
  if (showing) return <Showing box={box} />;
  return (
    <div className="lesson-outcome" ref={box} tabIndex={-1}>
      {answer === null ? (
        !failed && <output>{t('The kernel is working it out.')}</output>
      ) : (
        <Known {...props} answer={answer} />
      )}
      <button type="button" className="text-button" onClick={() => say(null)}>
        {t('Predict again')}
      </button>
    </div>
  );
}

/** While the run goes on to what the question asks about. */
function Showing({ box }: { readonly box: RefObject<HTMLDivElement | null> }) {
  const { skip } = useLessons();
  return (
    <div className="lesson-outcome" ref={box} tabIndex={-1}>
      <p className="quiet">{t('The run goes on …')}</p>
      <button type="button" className="text-button lesson-skip" onClick={skip}>
        {t('Skip to the outcome')}
      </button>
    </div>
  );
}

/** Whoever pressed a button that goes away stays where its outcome is. */
function useFocusKept(box: RefObject<HTMLDivElement | null>, showing: boolean): void {
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) box.current?.focus();
  }, [box, showing]);
}

function Known({ question, said, answer, ...played }: Props & { readonly answer: Answer }) {
  const right = said !== 'unknown' && isRight(answer, said);
  const values = valuesText(question, answer);
  return (
    <>
      <output className="lesson-verdict" data-verdict={right ? 'right' : 'wrong'}>
        {right
          ? t('✓ As predicted')
          : said === 'unknown'
            ? t('What came')
            : t('✗ Not as predicted')}
      </output>
      <dl className="lesson-compare" data-said={said === 'unknown' ? said : undefined}>
        <div>
          <dt>{t('Predicted')}</dt>
          <dd>{saidText(question, said)}</dd>
        </div>
        <div>
          <dt>{t('Kernel')}</dt>
          <dd>{answerText(question, answer)}</dd>
        </div>
      </dl>
      {values.length > 0 && (
        <ul className="lesson-values">
          {values.map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ul>
      )}
      {question.kind === 'choice' && answer.kind === 'choice' && (
        <Tally {...played} question={question} right={answer.right} />
      )}
      <p className="lesson-why">
        <Text text={right ? question.right : question.wrong} />
      </p>
    </>
  );
}
