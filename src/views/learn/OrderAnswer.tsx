import { spokenLanguage, t } from '../../base/language.ts';
import type { OrderQuestion } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import type { AskedStep } from './lessons-context.ts';
import type { FieldsProps } from './QuestionPart.tsx';
import { SayButtons } from './SayButtons.tsx';
import { useOrder } from './use-order.ts';

type Props = AskedStep<OrderQuestion> & FieldsProps;

/** Things to be put in order, least first: dragged, or moved with arrows or buttons. */
export function OrderAnswer({ question, onSay }: Props) {
  const { items } = question;
  const ordering = useOrder(items.length);
  const { order, list, last } = ordering;
  const nameOf = (item: number): string => plainText(items[item]?.text ?? {}, spokenLanguage());
  return (
    <>
      <p className="quiet">{t('Least first: drag a line, or move it with the arrows.')}</p>
      <ol className="lesson-order" ref={list}>
        {order.map((item) => (
          <li key={item} data-item={item}>
            <Line item={item} name={nameOf(item)} ordering={ordering} />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" aria-live="polite">
        {last !== null &&
          t('{name} is number {n}', { name: nameOf(last), n: order.indexOf(last) + 1 })}
      </p>
      <SayButtons prediction={order} onSay={onSay} />
    </>
  );
}

interface LineProps {
  readonly item: number;
  readonly name: string;
  readonly ordering: ReturnType<typeof useOrder>;
}

function Line({ item, name, ordering }: LineProps) {
  const { order, move, press, drag } = ordering;
  return (
    <>
      <span>{name}</span>
      <button
        type="button"
        className="text-button"
        disabled={order[0] === item}
        aria-label={t('Move up: {name}', { name })}
        onClick={() => move(item, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="text-button"
        disabled={order.at(-1) === item}
        aria-label={t('Move down: {name}', { name })}
        onClick={() => move(item, 1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="text-button lesson-grip"
        aria-label={t('Move with the arrow keys: {name}', { name })}
        onKeyDown={(event) => press(event, item)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => drag(event, item)}
      >
        ⠿
      </button>
    </>
  );
}
