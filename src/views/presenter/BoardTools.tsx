import type { Dispatch } from 'react';

import { msg, t } from '../../base/language.ts';
import type { BoardAction, BoardState } from '../../store/presenter.ts';
import { INK_COLOURS } from '../../store/presenter-ink.ts';
import type { InkColour } from '../../store/presenter-ink.ts';
import type { PresenterAct } from '../../store/presenter-keys.ts';
import { INK_TOKENS } from './ink-canvas.ts';

interface Props {
  readonly board: BoardState;
  readonly change: Dispatch<BoardAction>;
  readonly onAct: (act: PresenterAct) => void;
  readonly fullScreen: { readonly on: boolean; readonly possible: boolean };
}

/** What a tool is called, and what stands on it. */
interface Tool {
  readonly act: PresenterAct;
  readonly sign: string;
  readonly name: string;
  /** The keys for assistive technology. */
  readonly keys: readonly string[];
}

const WAYS = {
  back: { act: 'previous', sign: '←', name: msg('Back'), keys: ['PageUp', 'ArrowLeft'] },
  next: { act: 'next', sign: '→', name: msg('Next'), keys: ['PageDown', 'ArrowRight'] },
  leave: { act: 'leave', sign: msg('Esc'), name: msg('Leave'), keys: ['Escape'] },
} as const satisfies Readonly<Record<string, Tool>>;

const TOOLS = {
  laser: { act: 'laser', sign: 'L', name: msg('Laser pointer'), keys: ['L'] },
  pen: { act: 'pen', sign: 'D', name: msg('Pen'), keys: ['D'] },
  blank: { act: 'blank', sign: 'B', name: msg('Blank screen'), keys: ['B', '.'] },
  qr: { act: 'qr', sign: 'Q', name: msg('QR code of the link'), keys: ['Q'] },
  notes: { act: 'notes', sign: 'N', name: msg('Window with your notes'), keys: ['N'] },
  fullScreen: { act: 'full-screen', sign: 'F', name: msg('Full screen'), keys: ['F5', 'F'] },
  help: { act: 'help', sign: '?', name: msg('Keys'), keys: ['?'] },
} as const satisfies Readonly<Record<string, Tool>>;

const PEN = {
  undo: { act: 'undo', sign: 'Z', name: msg('Undo the last stroke'), keys: ['Z'] },
  wipe: { act: 'wipe', sign: 'E', name: msg('Wipe what is drawn here'), keys: ['E'] },
} as const satisfies Readonly<Record<string, Tool>>;

const COLOUR_NAMES: Readonly<Record<InkColour, string>> = {
  red: msg('Red'),
  blue: msg('Blue'),
  green: msg('Green'),
  black: msg('Black'),
};

/** Buttons that bear their keys, for smart boards and who forgets; out of sight while the pointer rests. */
export function BoardTools({ board, change, onAct, fullScreen }: Props) {
  const { tool, colour } = board;
  return (
    <nav className="pr-tools" aria-label={t('Presenter')}>
      <ToolKey tool={WAYS.back} written onAct={onAct} />
      <ToolKey tool={WAYS.next} written onAct={onAct} />
      <span className="grow" />
      {tool === 'pen' && (
        <PenTools
          colour={colour}
          onColour={(one) => change({ kind: 'take-colour', colour: one })}
          onAct={onAct}
        />
      )}
      <ToolKey tool={TOOLS.laser} on={tool === 'laser'} onAct={onAct} />
      <ToolKey tool={TOOLS.pen} on={tool === 'pen'} onAct={onAct} />
      <ToolKey tool={TOOLS.blank} onAct={onAct} />
      <ToolKey tool={TOOLS.qr} onAct={onAct} />
      <ToolKey tool={TOOLS.notes} onAct={onAct} />
      {fullScreen.possible && <ToolKey tool={TOOLS.fullScreen} on={fullScreen.on} onAct={onAct} />}
      <ToolKey tool={TOOLS.help} onAct={onAct} />
      <ToolKey tool={WAYS.leave} written onAct={onAct} />
    </nav>
  );
}

interface ToolKeyProps {
  readonly tool: Tool;
  /** Is its name written beside the key? */
  readonly written?: boolean;
  /** Absent = it is nothing that is on or off. */
  readonly on?: boolean;
  readonly onAct: Props['onAct'];
}

function ToolKey({ tool, written = false, on, onAct }: ToolKeyProps) {
  const name = t(tool.name);
  return (
    <button
      type="button"
      title={name}
      aria-label={name}
      aria-keyshortcuts={tool.keys.join(' ')}
      aria-pressed={on}
      onClick={() => onAct(tool.act)}
    >
      <kbd>{t(tool.sign)}</kbd>
      {written && <span>{name}</span>}
    </button>
  );
}

interface PenProps {
  readonly colour: InkColour;
  readonly onColour: (colour: InkColour) => void;
  readonly onAct: (act: PresenterAct) => void;
}

function PenTools({ colour, onColour, onAct }: PenProps) {
  return (
    <>
      {INK_COLOURS.map((one) => (
        <button
          key={one}
          type="button"
          className="pr-swatch"
          title={t(COLOUR_NAMES[one])}
          aria-label={t(COLOUR_NAMES[one])}
          aria-pressed={one === colour}
          style={{ ['--swatch' as string]: `var(${INK_TOKENS[one]})` }}
          onClick={() => onColour(one)}
        />
      ))}
      <ToolKey tool={PEN.undo} onAct={onAct} />
      <ToolKey tool={PEN.wipe} onAct={onAct} />
    </>
  );
}
