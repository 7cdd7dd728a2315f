import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';

import { spokenLanguage, t } from '../../../base/language.ts';
import { withMovedStep, withoutStep, withStep } from '../../../lessons/edit-steps.ts';
import type { Lesson, LessonStep } from '../../../lessons/lesson.ts';
import { MAX_STEPS } from '../../../lessons/limits.ts';
import { plainText } from '../../../lessons/play.ts';
import { WHOLE } from '../../../store/lessons-editor.ts';
import { isInside, useEditor, useEditorState } from './use-editor.ts';

/** All steps: chosen, added, taken away, put into another order by dragging, keys or buttons. */
export function StepList({ draft }: { readonly draft: Lesson }) {
  const editor = useEditor();
  const at = useEditorState(({ step }) => step);
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<number | null>(null);
  const move: Move = (from, to, key) => {
    editor.replace((lesson) => withMovedStep(lesson, from, to), to, key);
  };
  const drag = ({ clientY }: PointerEvent): void => {
    const from = dragged.current;
    const over = from === null ? null : lineAt(list.current, clientY);
    if (from === null || over === null || over === from) return;
    dragged.current = over;
    move(from, over, 'drag');
  };
  return (
    <section className="edit-steps" aria-label={t('Steps')}>
      <p className="edit-whole" data-shown={at === WHOLE}>
        <button
          type="button"
          className="edit-step"
          aria-current={at === WHOLE ? 'step' : undefined}
          onClick={() => editor.show(WHOLE)}
        >
          {t('The lesson as a whole')}
        </button>
      </p>
      <h3>{t('Steps')}</h3>
      <ol
        ref={list}
        onPointerMove={drag}
        onPointerUp={() => void (dragged.current = null)}
        onPointerCancel={() => void (dragged.current = null)}
      >
        {draft.steps.map((step, index) => (
          // A step is what stands at its number: problems and answers are those of the number.
          <li key={numbered(index)} data-item={index} data-shown={index === at}>
            <Row
              step={step}
              index={index}
              last={index === draft.steps.length - 1}
              onMove={(to) => {
                move(index, to);
                requestAnimationFrame(() => gripAt(list.current, to)?.focus());
              }}
              onDrag={(pointer) => {
                dragged.current = index;
                list.current?.setPointerCapture(pointer);
              }}
            />
          </li>
        ))}
      </ol>
      <StepButtons count={draft.steps.length} at={at} />
    </section>
  );
}

/** Adds, doubles and deletes. */
function StepButtons({ count, at }: { readonly count: number; readonly at: number }) {
  const editor = useEditor();
  const full = count >= MAX_STEPS;
  return (
    <p className="edit-buttons">
      <button
        type="button"
        className="text-button"
        disabled={full}
        onClick={() => {
          const moment = editor.labMoment();
          const next = at === WHOLE ? count : at + 1;
          editor.replace((lesson) => withStep(lesson, next, moment), next);
        }}
      >
        {t('Add a step where the Lab is')}
      </button>
      <button
        type="button"
        className="text-button"
        disabled={full || at === WHOLE}
        onClick={() =>
          editor.replace(
            (lesson) => ({ ...lesson, steps: lesson.steps.toSpliced(at, 0, lesson.steps[at]) }),
            at + 1,
          )
        }
      >
        {t('Double this step')}
      </button>
      <button
        type="button"
        className="text-button"
        disabled={count < 2 || at === WHOLE}
        onClick={() => editor.replace((lesson) => withoutStep(lesson, at), Math.max(0, at - 1))}
      >
        {t('Delete this step')}
      </button>
    </p>
  );
}

function numbered(index: number): string {
  return `step-${index}`;
}

interface RowProps {
  readonly step: LessonStep;
  readonly index: number;
  readonly last: boolean;
  readonly onMove: (to: number) => void;
  /** It is grasped by a pointer. */
  readonly onDrag: (pointer: number) => void;
}

/** Moves a step; moves of one `key` are undone together. */
type Move = (from: number, to: number, key?: string) => void;

function Row({ step, index, last, onMove, onDrag }: RowProps) {
  const editor = useEditor();
  const at = useEditorState((state) => state.step);
  const name = nameOf(step) || t('Step without a text');
  const wrong = useEditorState(({ problems, findings }) =>
    [...problems, ...(findings?.problems ?? [])].some(({ path }) =>
      isInside(path, `steps[${index}]`),
    ),
  );
  return (
    <>
      <button
        type="button"
        className="edit-step"
        aria-current={index === at ? 'step' : undefined}
        onClick={() => editor.show(index)}
      >
        <span className="num">{index + 1}</span> <span className="edit-step-name">{name}</span>
        {step.question !== undefined && <span className="edit-asks">{t('asks')}</span>}
        {wrong && <span className="field-problem">{t('incomplete')}</span>}
      </button>
      <MoveButtons index={index} last={last} name={name} onMove={onMove} />
      <Grip index={index} name={name} onMove={onMove} onDrag={onDrag} />
    </>
  );
}

interface MoveProps {
  readonly index: number;
  readonly name: string;
  readonly onMove: (to: number) => void;
}

function MoveButtons({ index, last, name, onMove }: MoveProps & { readonly last: boolean }) {
  return (
    <>
      <button
        type="button"
        className="text-button"
        disabled={index === 0}
        aria-label={t('Move up: {name}', { name })}
        onClick={() => onMove(index - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="text-button"
        disabled={last}
        aria-label={t('Move down: {name}', { name })}
        onClick={() => onMove(index + 1)}
      >
        ↓
      </button>
    </>
  );
}

/** Dragged over another line it takes that one's place; arrow keys move it, too. */
function Grip({ index, name, onMove, onDrag }: MoveProps & Pick<RowProps, 'onDrag'>) {
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + by);
  };
  return (
    <button
      type="button"
      className="text-button lesson-grip"
      aria-label={t('Move with the arrow keys: {name}', { name })}
      onKeyDown={press}
      onPointerDown={(event) => onDrag(event.pointerId)}
    >
      ⠿
    </button>
  );
}

function gripAt(list: Element | null, index: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-item="${index}"] .lesson-grip`) ?? null;
}

/** The number of the line at this height. */
function lineAt(list: Element | null, y: number): number | null {
  const line = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].find((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return y >= top && y < bottom;
  });
  return line === undefined ? null : Number(line.dataset['item']);
}

/** UTF-16 code units of a step's text that stand for it. */
const MOST = 60;

function nameOf({ title, caption }: LessonStep): string {
  const language = spokenLanguage();
  const named = title === undefined ? '' : plainText(title, language);
  const text = plainText(caption, language);
  return named || (text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text);
}
