/** How long keys are kept for a field that does not come. */
const PATIENCE_MS = 10_000;

/** What a kept key was. */
export type KeptStroke = Readonly<Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>>;

/** A key as it is pressed. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'timeStamp'
>;

/** Keys pressed for a field that is still on its way. */
export interface KeyHold {
  /**
   * Keeps the key; false when it is none for a field, or the field is too long in coming. With `moves`
   * keys that move about a page are kept, too.
   */
  readonly take: (pressed: PressedKey, moves?: boolean) => boolean;
  /** Hands on what was kept, in the order in which it was pressed. */
  readonly release: () => void;
  /** Forgets what was kept. */
  readonly drop: () => void;
}

/** Keeps keys until `release`, which gives each to `press`. */
export function createKeyHold(press: (stroke: KeptStroke) => void): KeyHold {
  let kept: KeptStroke[] = [];
  let since: number | null = null;
  const drop = (): void => {
    kept = [];
    since = null;
  };
  return {
    take(pressed, moves = false) {
      if (!isForField(pressed) && !(moves && isMove(pressed))) return false;
      since ??= pressed.timeStamp;
      if (pressed.timeStamp - since > PATIENCE_MS) return false;
      const { key, code, shiftKey } = pressed;
      // A key that is still held down opened the field and is not meant for it.
      if (!pressed.repeat) kept.push({ key, code, shiftKey });
      return true;
    },
    release() {
      const strokes = kept;
      drop();
      strokes.forEach(press);
    },
    drop,
  };
}

const EDITING = new Set(['Backspace', 'Enter', 'Escape', 'ArrowDown', 'ArrowUp']);

/** Does the key type, correct or end a text, or move in a list? With AltGr both Ctrl and Alt are held. */
function isForField({ key, ctrlKey, metaKey, altKey }: PressedKey): boolean {
  const orders = metaKey || ctrlKey !== altKey;
  return !orders && (key.length === 1 || EDITING.has(key));
}

/** Does the key move about a page? */
function isMove({ key, ctrlKey, metaKey, altKey }: PressedKey): boolean {
  return !ctrlKey && !metaKey && !altKey && /^(?:Arrow.+|Home|End|Page.+)$/u.test(key);
}

/** Presses a key on what has the focus: handlers get it, and a text field changes as by a real one. */
export function pressOnFocus(stroke: KeptStroke): void {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(event)) return;
  if (stroke.key === 'Escape') target.closest('dialog')?.close();
  const inText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!inText || target.selectionStart === null) return;
  const { selectionStart: start, selectionEnd: end } = target;
  if (stroke.key.length === 1) replace(target, [start, end ?? start], stroke.key);
  else if (stroke.key === 'Enter' && target instanceof HTMLTextAreaElement)
    replace(target, [start, end ?? start], '\n');
  else if (stroke.key === 'Backspace')
    replace(target, [start === end ? Math.max(start - 1, 0) : start, end ?? start], '');
}

function replace(
  field: HTMLInputElement | HTMLTextAreaElement,
  [start, end]: readonly [number, number],
  text: string,
): void {
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
