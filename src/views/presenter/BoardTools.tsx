import type { CSSProperties, Dispatch } from 'react';

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

/** What a tool is called, what stands on it, and whether it is on. */
interface Tool {
  readonly act: PresenterAct;
  readonly sign: string;
  readonly name: string;
  /** Names the key for assistive technology. */
  readonly keys: string;
  readonly on?: boolean;
}

const COLOUR_NAMES: Readonly<Record<InkColour, string>> = {
  red: msg('Red'),
  blue: msg('Blue'),
  green: msg('Green'),
  black: msg('Black'),
};

/** Buttons that bear their keys, for smart boards and who forgets; out of sight while the pointer rests. */
export function BoardTools({ board, change, onAct, fullScreen }: Props) {
  const { tool, colour } = board;
  const tools: readonly Tool[] = [
    { act: 'laser', sign: 'L', name: t('Laser pointer'), keys: 'L', on: tool === 'laser' },
    { act: 'pen', sign: 'D', name: t('Pen'), keys: 'D', on: tool === 'pen' },
    { act: 'blank', sign: 'B', name: t('Blank screen'), keys: 'B .' },
    { act: 'qr', sign: 'Q', name: t('QR code of the link'), keys: 'Q' },
    { act: 'notes', sign: 'N', name: t('Window with your notes'), keys: 'N' },
    ...(fullScreen.possible
      ? [
          {
            act: 'full-screen' as const,
            sign: 'F',
            name: t('Full screen'),
            keys: 'F5 F',
            on: fullScreen.on,
          },
        ]
      : []),
    { act: 'help', sign: '?', name: t('Keys'), keys: '?' },
  ];
  return (
    <nav className="pr-tools" aria-label={t('Presenter')}>
      <button
        type="button"
        aria-keyshortcuts="PageUp ArrowLeft"
        aria-label={t('Back')}
        onClick={() => onAct('previous')}
      >
        <kbd>←</kbd>
        <span>{t('Back')}</span>
      </button>
      <button
        type="button"
        aria-keyshortcuts="PageDown ArrowRight"
        aria-label={t('Next')}
        onClick={() => onAct('next')}
      >
        <kbd>→</kbd>
        <span>{t('Next')}</span>
      </button>
      <span className="grow" />
      {tool === 'pen' && (
        <PenTools
          colour={colour}
          onColour={(one) => change({ kind: 'take-colour', colour: one })}
          onAct={onAct}
        />
      )}
      {tools.map(({ act, sign, name, keys, on }) => (
        <button
          key={act}
          type="button"
          title={name}
          aria-label={name}
          aria-keyshortcuts={keys}
          aria-pressed={on}
          onClick={() => onAct(act)}
        >
          <kbd>{sign}</kbd>
        </button>
      ))}
      <button type="button" aria-keyshortcuts="Escape" onClick={() => onAct('leave')}>
        <kbd>Esc</kbd>
        <span>{t('Leave')}</span>
      </button>
    </nav>
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
          style={{ ['--swatch' as string]: `var(${INK_TOKENS[one]})` } as CSSProperties}
          onClick={() => onColour(one)}
        />
      ))}
      <button
        type="button"
        title={t('Undo the last stroke')}
        aria-label={t('Undo the last stroke')}
        aria-keyshortcuts="Z"
        onClick={() => onAct('undo')}
      >
        <kbd>Z</kbd>
      </button>
      <button
        type="button"
        title={t('Wipe what is drawn here')}
        aria-label={t('Wipe what is drawn here')}
        aria-keyshortcuts="E"
        onClick={() => onAct('wipe')}
      >
        <kbd>E</kbd>
      </button>
    </>
  );
}
