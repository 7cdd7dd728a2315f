// A `select` shows neither keys nor what matched; the field has the focus, and Enter.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import { useEffect, useRef } from 'react';

import { t } from '../../base/language.ts';
import { onMac } from '../shell/browser.ts';
import { chordLabel } from '../shell/commands/chord.ts';
import type { PaletteItem } from './item.ts';
import type { Ranked } from './rank.ts';

interface Props {
  readonly id: string;
  readonly lines: readonly Ranked[];
  /** Index of the line that Enter chooses. */
  readonly active: number;
  readonly onChoose: (item: PaletteItem) => void;
}

/** The lines that were found; a heading wherever the group changes. */
export function PaletteList({ id, lines, active, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The first line goes with its heading.
    if (active === 0) list.current?.scrollTo({ top: 0 });
    else list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, lines]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('Commands')} className="palette-list">
      {sections(lines).map(({ group, first, members }) => (
        <div key={`${group} ${first}`} role="group" aria-label={group}>
          <div className="palette-group" aria-hidden="true">
            {group}
          </div>
          {members.map(({ item, marks }, place) => (
            <Line
              key={item.id}
              id={`${id}-${first + place}`}
              item={item}
              marks={marks}
              active={first + place === active}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface Section {
  readonly group: string;
  /** Index of its first line. */
  readonly first: number;
  readonly members: readonly Ranked[];
}

/** Neighbours of one group together, in the order of the lines. */
function sections(lines: readonly Ranked[]): readonly Section[] {
  const all: { group: string; first: number; members: Ranked[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = all.at(-1);
    if (last?.group === line.item.group) last.members.push(line);
    else all.push({ group: line.item.group, first: index, members: [line] });
  }
  return all;
}

interface LineProps extends Ranked {
  readonly id: string;
  readonly active: boolean;
  readonly onChoose: (item: PaletteItem) => void;
}

/** The field keeps the focus, and with it the keys. */
function Line({ id, item, marks, active, onChoose }: LineProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className="palette-line"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
    >
      <span>
        <Marked text={item.title} marks={marks} />
      </span>
      {item.keys.slice(0, 2).map((key) => (
        <kbd key={key}>{chordLabel(key, onMac)}</kbd>
      ))}
    </div>
  );
}

/** `text` with the stretches that matched set off. */
function Marked({ text, marks }: { readonly text: string; readonly marks: readonly number[] }) {
  const parts = [];
  let at = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [from = 0, to = 0] = marks.slice(i, i + 2);
    parts.push(text.slice(at, from), <b key={from}>{text.slice(from, to)}</b>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
