import { memo, useId } from 'react';
import type { ReactNode } from 'react';
import type { Cycles } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { SpanColumns } from '../../run/recording.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { ActivityStrip } from './ActivityStrip.tsx';
import type { TileWords } from './tile-words.ts';

interface GroupProps {
  readonly id: number;
  readonly resilient: boolean;
  readonly description: string;
  readonly className: string;
  /** Shown while the pointer rests on it. */
  readonly title?: string;
  readonly style?: React.CSSProperties;
  readonly children: ReactNode;
}

/** A core as assistive technology meets it: named, with occupant and mode as its description. */
export function CoreGroup(props: GroupProps) {
  const { id, resilient, description, className, title, style, children } = props;
  const describedBy = useId();
  return (
    <div
      // A core is a group by contract; a fieldset would promise a form.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={`Core ${id} (${resilient ? 'Res' : 'NonRes'})`}
      aria-describedby={describedBy}
      className={className}
      title={title}
      style={style}
    >
      {children}
      <span id={describedBy} hidden>
        {description}
      </span>
    </div>
  );
}

interface TileProps {
  readonly core: number;
  readonly replica: number;
  readonly native: boolean;
  readonly words: TileWords;
  readonly description: string;
  readonly y?: number;
  readonly height?: number;
  readonly compact: boolean;
  readonly spans: SpanColumns | undefined;
  readonly time: Cycles;
  readonly end: Cycles;
  readonly stripWidth: number;
  readonly method: SignallingMethod;
  /** A note such as "leads". */
  readonly note?: string;
}

/** The home tile of a replica: thin, perforated, non-resilient. */
export const CoreTile = memo(function CoreTile(props: TileProps) {
  const { core, replica, native, words, y, height, compact, spans, note } = props;
  return (
    <CoreGroup
      id={core}
      resilient={false}
      description={props.description}
      className={`tile${compact ? ' compact' : ''}`}
      {...(y === undefined ? {} : { style: { top: y, height } })}
    >
      <div className="tile-head">
        <b className="mono">C{core}</b>
        {!compact && (
          <span className="material">
            <CoreMark resilient={false} size={14} /> NonRes
          </span>
        )}
        {note !== undefined && <span className="note">{note}</span>}
        <span className={words.signalling ? 'mode signal' : 'mode'}>
          {words.mode}
          {compact && <span className="since"> {words.short}</span>}
        </span>
      </div>
      <div className="tile-body">
        {native ? null : <ReplicaGlyph id={replica} size={compact ? 16 : 32} away={words.away} />}
        <div className="tile-words">
          <span className="title">{words.title}</span>
          <span className="detail">{compact ? words.short : words.detail}</span>
        </div>
      </div>
      {spans !== undefined && (
        <ActivityStrip
          spans={spans}
          time={props.time}
          end={props.end}
          width={props.stripWidth}
          method={props.method}
          patterns="tile"
        />
      )}
    </CoreGroup>
  );
});

interface MiniProps {
  readonly core: number;
  readonly resilient: boolean;
  readonly description: string;
  /** Occupant's replica, -1 = none or Romain. */
  readonly replica: number;
  readonly label: string;
  readonly dense: boolean;
  /** Room for the number or for the occupant's mark only. */
  readonly tiny: boolean;
}

/** A core that plays no part in the app shown. */
export const MiniCore = memo(function MiniCore({
  core,
  resilient,
  description,
  replica,
  label,
  dense,
  tiny,
}: MiniProps) {
  return (
    <CoreGroup
      id={core}
      resilient={resilient}
      description={description}
      className={`mini${dense ? ' dense' : ''}${resilient ? ' res' : ''}`}
      title={`C${core}: ${description}`}
    >
      {!(tiny && replica >= 0) && <span className="mono">C{core}</span>}
      {replica >= 0 && <ReplicaGlyph id={replica} size={dense ? 11 : 14} />}
      {!dense && <span className="mini-label">{label}</span>}
    </CoreGroup>
  );
});
