import type { Ref } from 'react';

import { Icon } from './icons.tsx';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Space', 'K'], 'play or pause'],
  [['←', '→', ',', '.'], 'previous or next event of the kernel'],
  [['Shift ←', 'Shift →', 'J', 'L'], 'previous or next rendezvous'],
  [['X'], 'inject a fault here'],
  [['G', 'Shift G'], 'next or previous incident of a fault'],
  [['Home', 'End'], 'start or end of the run'],
  [['W', 'S', 'A', 'D'], 'zoom and pan the timeline that has the pointer or focus'],
  [['F'], 'the whole run in that timeline'],
  [['T'], 'light or dark'],
  [['Ctrl Z', 'Ctrl Shift Z'], 'undo or redo a change of the scenario'],
  [['?'], 'this list'],
];

/** All keys; they do nothing while a text field has the focus. */
export function KeysDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className="keys-dialog" aria-labelledby="keys-title" closedby="any">
      <form method="dialog" className="dialog-head">
        <h2 id="keys-title">Keys</h2>
        <button type="submit" className="tool" aria-label="Close">
          <Icon name="close" />
        </button>
      </form>
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        Keys are off while a text field or a list has the focus; Space presses a focused button.
      </p>
    </dialog>
  );
}
