import { spokenLanguage, t } from '../../../base/language.ts';
import { emptyText } from '../../../lessons/edit-steps.ts';
import type { ChoiceOption, ChoiceQuestion, Question } from '../../../lessons/lesson.ts';
import { MAX_OPTION_TEXT, MAX_OPTIONS } from '../../../lessons/limits.ts';
import { unitOf } from '../../../lessons/measure-info.ts';
import type { Measure } from '../../../lessons/measure.ts';
import { mustNotBeEmpty } from '../../../lessons/problem.ts';
import { valueText } from '../../../lessons/value-text.ts';
import { NumberField, Problem } from './Field.tsx';
import { LocalField } from './LocalField.tsx';
import type { QuestionPlace } from './new-question.ts';
import { useEditorState, useProblem } from './use-editor.ts';
import { UNIT_NAMES } from './words.ts';

interface Props {
  readonly index: number;
  readonly question: Question;
  readonly place: QuestionPlace;
  readonly onChange: (question: Question, key: string) => void;
}

/** What there is to choose from, to put in order, or the slider to estimate with. */
export function OptionFields({ question, ...props }: Props) {
  switch (question.kind) {
    case 'choice':
      return <Options {...props} question={question} />;
    case 'number':
      return <Slider {...props} question={question} />;
    case 'order':
      return <Items {...props} question={question} />;
    default:
      return question satisfies never;
  }
}

function Options({ index, question, place, onChange }: Props & { question: ChoiceQuestion }) {
  const { options } = question;
  const right = useEditorState(({ findings, asking }) => {
    const answer = findings?.steps[index]?.answer;
    return answer?.kind === 'choice' && !asking ? answer.right : null;
  });
  const setAll = (next: readonly ChoiceOption[], key: string): void =>
    onChange({ ...question, options: next }, key);
  return (
    <ol className="edit-options">
      {options.map((option, i) => (
        <li key={numbered(i)} data-right={i === right}>
          <Text index={index} list="options" at={i} right={i === right} text={option.text} />
          <Meaning
            question={question}
            option={option}
            path={`steps[${index}].question.options[${i}]`}
            onChange={(next, key) => setAll(options.with(i, next), `options.${i}.${key}`)}
          />
          <button
            type="button"
            className="text-button"
            disabled={options.length < 3}
            aria-label={t('Delete option {n}', { n: i + 1 })}
            onClick={() => setAll(options.toSpliced(i, 1), '')}
          >
            {t('Delete')}
          </button>
        </li>
      ))}
      {options.length < MAX_OPTIONS && options.every(({ measure }) => measure === undefined) && (
        <li>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              const last = options.at(-1);
              const copy = { ...last, text: emptyText(place.languages) };
              setAll(
                [...options, last?.is === undefined ? copy : { ...copy, is: otherThan(options) }],
                '',
              );
            }}
          >
            {t('Add an option')}
          </button>
        </li>
      )}
    </ol>
  );
}

/** A value that no option stands for: a wrong one is wanted, too. */
function otherThan(options: readonly ChoiceOption[]): number | string {
  const numbers = options.flatMap(({ is }) => (typeof is === 'number' ? [is] : []));
  return numbers.length > 0 ? Math.max(...numbers) + 1 : `?${options.length}`;
}

function numbered(i: number): string {
  return `option-${i}`;
}

interface TextProps {
  readonly index: number;
  readonly list: 'options' | 'items';
  readonly at: number;
  readonly right?: boolean;
  readonly text: ChoiceOption['text'];
}

function Text({ index, list, at, right = false, text }: TextProps) {
  const name = t('Option {n}', { n: at + 1 });
  return (
    <LocalField
      label={right ? t('{name} ✓ right', { name }) : name}
      path={`steps[${index}].question.${list}[${at}].text`}
      text={text}
      most={MAX_OPTION_TEXT}
      write={({ steps }, next) => {
        const { question } = steps[index];
        if (question?.kind === 'choice' && list === 'options') question.options[at].text = next;
        if (question?.kind === 'order' && list === 'items') question.items[at].text = next;
      }}
    />
  );
}

function unitName(measure: Measure): string {
  const name = UNIT_NAMES[unitOf(measure)];
  return name === '' ? '' : t(name);
}

interface MeaningProps {
  readonly question: ChoiceQuestion;
  readonly option: ChoiceOption;
  readonly path: string;
  readonly onChange: (option: ChoiceOption, key: string) => void;
}

/** What an option stands for. */
function Meaning({ question: { decide }, option, path, onChange }: MeaningProps) {
  const problem = useProblem(path, true);
  const { is, from, to, ...rest } = option;
  if (decide.by === 'same') {
    const shown = { value: is ?? '', unit: unitOf(decide.measure) };
    if (typeof is === 'number') {
      return (
        <NumberField
          label={t('stands for')}
          value={is}
          unit={unitName(decide.measure)}
          parts
          onChange={(value) => onChange({ ...option, is: value }, 'is')}
        />
      );
    }
    return (
      <p className="quiet">
        {t('stands for: {value}', { value: valueText(shown, spokenLanguage()) })}
      </p>
    );
  }
  if (decide.by !== 'range') return null;
  const given = { ...rest, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return (
    <>
      {from !== undefined && (
        <NumberField
          label={t('from')}
          value={from}
          unit={unitName(decide.measure)}
          parts
          onChange={(value) => onChange({ ...given, from: value }, 'from')}
        />
      )}
      {to !== undefined && (
        <NumberField
          label={t('to less than')}
          value={to}
          unit={unitName(decide.measure)}
          parts
          onChange={(value) => onChange({ ...given, to: value }, 'to')}
        />
      )}
      <Problem text={problem === mustNotBeEmpty() ? null : problem} />
    </>
  );
}

function Slider({
  index,
  question,
  onChange,
}: Props & { question: Extract<Question, { kind: 'number' }> }) {
  const { slider, tolerance, measure } = question;
  const unit = unitName(measure);
  const problem = useProblem(`steps[${index}].question.slider`);
  const set = (part: Partial<typeof slider>, key: string): void =>
    onChange({ ...question, slider: { ...slider, ...part } }, key);
  return (
    <div className="edit-fields">
      <NumberField
        label={t('Slider from')}
        value={slider.from}
        unit={unit}
        parts
        problem={problem}
        onChange={(from) => set({ from }, 'from')}
      />
      <NumberField
        label={t('to', {}, 'slider')}
        value={slider.to}
        unit={unit}
        parts
        onChange={(to) => set({ to }, 'to')}
      />
      <NumberField
        label={t('in steps of')}
        value={slider.step}
        unit={unit}
        least={1e-6}
        most={1e12}
        parts
        onChange={(step) => set({ step }, 'step')}
      />
      <NumberField
        label={t('Right if off by no more than')}
        value={tolerance}
        unit={unit}
        least={0}
        most={1e12}
        parts
        onChange={(next) => onChange({ ...question, tolerance: next }, 'tolerance')}
      />
    </div>
  );
}

function Items({
  index,
  question,
  onChange,
}: Props & { question: Extract<Question, { kind: 'order' }> }) {
  const { items } = question;
  return (
    <ol className="edit-options">
      {items.map((item, i) => (
        <li key={numbered(i)}>
          <Text index={index} list="items" at={i} text={item.text} />
          <button
            type="button"
            className="text-button"
            disabled={items.length < 3}
            aria-label={t('Delete option {n}', { n: i + 1 })}
            onClick={() => onChange({ ...question, items: items.toSpliced(i, 1) }, '')}
          >
            {t('Delete')}
          </button>
        </li>
      ))}
    </ol>
  );
}
