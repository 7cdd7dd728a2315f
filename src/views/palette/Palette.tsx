import { useEffect, useId, useMemo, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

import { t } from '../../base/language.ts';
import { useApp } from '../shell/app-context.ts';
import { commandOf } from '../shell/commands/bindings.ts';
import { strokeOf } from '../shell/commands/chord.ts';
import { Icon } from '../shell/icons.tsx';
import { useModal } from '../shell/use-modal.ts';
import type { PaletteItem } from './item.ts';
import { goToItems, paletteItems } from './items.ts';
import { PaletteList } from './PaletteList.tsx';
import { listItems, rankItems, withRecent } from './rank.ts';
import type { Ranked } from './rank.ts';
import './palette.css';

/** Finds everything that the page can do by its name, and does it. */
export function Palette() {
  const app = useApp();
  const dialog = useModal();
  const listId = useId();
  const { text, lines, active, problem, type, move, choose } = useSearch(dialog);
  const onKeyDown = (event: KeyboardEvent): void => {
    const asked = commandOf(strokeOf(event.nativeEvent), app.settings.get());
    const to = moved(event.key, active, lines.length);
    if (asked?.command.id === 'palette') dialog.current?.close();
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(lines[active]?.item);
    else if (to !== undefined) move(to);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('Commands')}
      closedby="any"
      onClose={() => app.close('palette')}
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={t('Command')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={lines.length === 0 ? undefined : `${listId}-${active}`}
          placeholder={t('A command, a preset, event 246, +200us')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {problem !== '' && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
      <PaletteList id={listId} lines={lines} active={active} onChoose={choose} />
      <Found count={lines.length} text={text.trim()} />
    </dialog>
  );
}

function Found({ count, text }: { readonly count: number; readonly text: string }) {
  if (count > 0) {
    return <output className="visually-hidden">{t('{count} found', { count })}</output>;
  }
  return (
    <output className="palette-none">
      {t('Nothing is called “{text}”. Try a word such as rendezvous, polling or preset.', { text })}
    </output>
  );
}

/** What is typed, what it finds, and what choosing a line does. */
function useSearch(dialog: RefObject<HTMLDialogElement | null>) {
  const app = useApp();
  const [text, setText] = useState('');
  const [active, move] = useState(0);
  const [problem, setProblem] = useState('');
  const type = (next: string): void => {
    setText(next);
    move(0);
    setProblem('');
  };
  const choose = (item: PaletteItem | undefined): void => {
    const done = item?.run();
    if (item === undefined || done === undefined) return;
    if (!done.ok) {
      setProblem(done.error);
      return;
    }
    const { recent } = app.settings.get();
    if (item.fleeting !== true) app.settings.set({ recent: withRecent(recent, item.id) });
    // Before the dialog that a command may open is there: the focus goes back where it was.
    dialog.current?.close();
  };
  return { text, lines: useLines(text), active, problem, type, move, choose };
}

/** What the palette shows for `text`. */
function useLines(text: string): readonly Ranked[] {
  const app = useApp();
  // The dialog is modal: nothing else changes while it is open.
  const known = useMemo(() => paletteItems(app), [app]);
  const late = useLessonItems();
  const items = useMemo(() => [...known, ...late], [known, late]);
  return useMemo(() => {
    if (text.trim() === '') return rankItems(listItems(items, app.settings.get().recent), '');
    const instants = goToItems(app, text).map((item) => ({ item, marks: [] }));
    return [...instants, ...rankItems(items, text)];
  }, [app, items, text]);
}

const NONE: readonly PaletteItem[] = [];

/** What lessons add; their texts come when somebody looks for something. */
function useLessonItems(): readonly PaletteItem[] {
  const app = useApp();
  const [items, setItems] = useState(NONE);
  useEffect(() => {
    const arrived = app.awaitPart();
    void import('../learn/palette-items.ts')
      .then(async ({ lessonItems }) => setItems(await lessonItems(app)))
      .finally(arrived);
  }, [app]);
  return items;
}

/** The line that a key moves to from line `active` of `count`; the ends meet. */
function moved(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    case 'PageDown':
      return Math.min(active + 8, count - 1);
    case 'PageUp':
      return Math.max(active - 8, 0);
    default:
      return undefined;
  }
}
