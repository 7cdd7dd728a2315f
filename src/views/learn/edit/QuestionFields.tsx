import { useEffect, useState } from 'react';

import { msg, t } from '../../../base/language.ts';
import type { Question } from '../../../lessons/lesson.ts';
import { MAX_PROMPT_TEXT, MAX_TEXT } from '../../../lessons/limits.ts';
import { COMPARED_BY } from '../../../lessons/make-question.ts';
import type { ComparedBy } from '../../../lessons/make-question.ts';
import { measuresOf } from '../../../lessons/play.ts';
import { scenarioOfScene } from '../../../lessons/scene.ts';
import { languagesOf } from '../../../lessons/text.ts';
import { TOGETHER } from '../../../store/lessons-editor.ts';
import { answerText } from '../answer-text.ts';
import { Problem, SelectField } from './Field.tsx';
import { LocalField } from './LocalField.tsx';
import { MeasureFields } from './MeasureFields.tsx';
import {
  around,
  comparable,
  FORMS,
  formOf,
  withForm,
  withMeasure,
  withThings,
} from './new-question.ts';
import type { Form, QuestionPlace } from './new-question.ts';
import { OptionFields } from './OptionFields.tsx';
import type { StepProps } from './PlaceFields.tsx';
import { useEditor, useEditorState, useProblem } from './use-editor.ts';

const FORM_NAMES: Readonly<Record<Form, string>> = {
  none: msg('nothing'),
  value: msg('which value it has'),
  range: msg('in which range it lies'),
  least: msg('which one has the least'),
  most: msg('which one has the most'),
  number: msg('a number, estimated'),
  order: msg('an order, least first'),
};

/** What a step asks. What is right is not written: the kernel says it, at once. */
export function QuestionFields(props: StepProps) {
  const { index, step } = props;
  const { question } = step;
  const place = placeOf(props);
  const set = useSetQuestion(index);
  const [fresh, setFresh] = useState(false);
  useOptionsAround(props, fresh, () => setFresh(false));
  const choose = (form: Form): void => {
    set(form === 'none' ? undefined : withForm(form, question, place), '');
    setFresh(['value', 'range', 'number'].includes(form));
  };
  return (
    <fieldset className="edit-group">
      <legend>{t('Question')}</legend>
      <div className="edit-fields">
        <SelectField
          label={t('It asks')}
          value={formOf(question)}
          options={FORMS.map((value) => ({ value, name: t(FORM_NAMES[value]) }))}
          onChange={choose}
        />
      </div>
      {question !== undefined && (
        <Asked
          {...props}
          place={place}
          question={question}
          onChange={set}
          onFresh={() => setFresh(true)}
        />
      )}
    </fieldset>
  );
}

function placeOf({ draft, step }: StepProps): QuestionPlace {
  return {
    draft,
    scene: step.scene ?? '',
    stop: step.stop ?? { kind: 'start' },
    languages: languagesOf(draft.title),
  };
}

/** Changes the question of a step; `undefined` takes it away. */
function useSetQuestion(index: number) {
  const editor = useEditor();
  return (question: Question | undefined, key: string): void =>
    editor.replace(
      (lesson) => ({
        ...lesson,
        steps: lesson.steps.map((one, i) => {
          if (i !== index) return one;
          const { question: _, ...rest } = one;
          return question === undefined ? rest : { ...rest, question };
        }),
      }),
      index,
      key === '' ? '' : `steps[${index}].question.${key}`,
    );
}

/** Makes options around what the kernel finds, as soon as it has found it, if they are to be `fresh`. */
function useOptionsAround(
  { draft, index, step }: StepProps,
  fresh: boolean,
  done: () => void,
): void {
  const editor = useEditor();
  const asking = useEditorState((state) => state.asking);
  const found = useEditorState(({ findings }) => findings?.steps[index]?.found[0] ?? null);
  const { question, scene = '' } = step;
  useEffect(() => {
    if (!fresh || asking || found === null || question === undefined) return;
    done();
    const scenario = scenarioOfScene(draft.scenes[scene] ?? {});
    const redundancy = scenario.ok ? scenario.value.apps[0].redundancy : 3;
    const how = {
      turn: index,
      replicas: redundancy === 'native' ? 1 : redundancy,
      languages: languagesOf(draft.title),
    };
    const next = around(question, found, how);
    editor.replace(
      (lesson) => ({
        ...lesson,
        steps: lesson.steps.map((one, i) => (i === index ? { ...one, question: next } : one)),
      }),
      index,
      // What asked for them is undone with them.
      TOGETHER,
    );
  });
}

interface AskedProps extends StepProps {
  readonly place: QuestionPlace;
  readonly question: Question;
  readonly onChange: (question: Question, key: string) => void;
  /** Options are to be made around what the kernel finds next. */
  readonly onFresh: () => void;
}

function Asked(props: AskedProps) {
  const { index, question, place, onChange, onFresh } = props;
  const path = `steps[${index}].question`;
  const problem = useProblem(path);
  return (
    <>
      <LocalField
        label={t('Question')}
        path={`${path}.prompt`}
        text={question.prompt}
        most={MAX_PROMPT_TEXT}
        lines={2}
        write={({ steps }, text) => {
          const asked = steps[index].question;
          if (asked) asked.prompt = text;
        }}
      />
      <Measured {...props} />
      <OptionFields index={index} question={question} place={place} onChange={onChange} />
      {['value', 'range', 'number'].includes(formOf(question)) && (
        <p>
          <button type="button" className="text-button" onClick={onFresh}>
            {t('Make them anew around what the kernel says')}
          </button>
        </p>
      )}
      <RightAnswer index={index} question={question} />
      <Problem text={problem === null ? null : t('This question {problem}.', { problem })} />
      <Said index={index} question={question} />
    </>
  );
}

/** What is asked about: one thing, or the same about several. */
function Measured({ question, place, onChange, onFresh }: AskedProps) {
  const [first] = measuresOf(question);
  if (first === undefined) return null;
  const one =
    question.kind === 'number' || (question.kind === 'choice' && 'measure' in question.decide);
  if (one) {
    return (
      <div className="edit-fields">
        <MeasureFields
          {...place}
          label={t('of')}
          measure={first}
          onChange={(measure, key) => {
            onChange(withMeasure(question, measure), `measure.${key}`);
            onFresh();
          }}
        />
      </div>
    );
  }
  const compare = (by: ComparedBy): void =>
    onChange(
      withThings(question, comparable(first, place), { by, languages: place.languages }),
      '',
    );
  return (
    <div className="edit-fields">
      <MeasureFields
        {...place}
        label={t('of')}
        measure={comparable(first, place)}
        onChange={(measure, key) => {
          const { languages } = place;
          const by = 'replicas' in first ? 'replicas' : 'methods';
          const things = comparable(measure, place);
          onChange(withThings(question, things, { by, languages }), `measure.${key}`);
        }}
      />
      <p className="edit-buttons">
        {COMPARED_BY.map((by) => (
          <button key={by} type="button" className="text-button" onClick={() => compare(by)}>
            {by === 'methods' ? t('Compare the methods') : t('Compare groups of replicas')}
          </button>
        ))}
      </p>
    </div>
  );
}

/** What is right, as the kernel has it. */
function RightAnswer({ index, question }: { readonly index: number; readonly question: Question }) {
  const answer = useEditorState(({ findings }) => findings?.steps[index]?.answer ?? null);
  const asking = useEditorState((state) => state.asking);
  const fits = answer?.kind === question.kind;
  return (
    <output className="edit-right">
      {asking
        ? t('The kernel is working it out.')
        : fits
          ? t('Right, says the kernel: {answer}', { answer: answerText(question, answer) })
          : t('The kernel has no answer yet.')}
    </output>
  );
}

/** Why it is so, for who predicted it and who did not. */
function Said({ index, question }: { readonly index: number; readonly question: Question }) {
  return (['right', 'wrong'] as const).map((side) => (
    <LocalField
      key={side}
      label={side === 'right' ? t('To who predicted it') : t('To who predicted something else')}
      path={`steps[${index}].question.${side}`}
      text={question[side]}
      most={MAX_TEXT}
      lines={2}
      write={({ steps }, text) => {
        const asked = steps[index].question;
        if (asked) asked[side] = text;
      }}
    />
  ));
}
