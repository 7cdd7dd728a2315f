import { memo, useId } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../base/language.ts';
import type { AppId, Cycles } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { SpanColumns } from '../../run/recording.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { ActivityStrip } from './ActivityStrip.tsx';
import type { CorruptStretches } from './corrupt.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { BreakToggle } from '../transport/BreakToggle.tsx';
import { InjectButton } from './InjectButton.tsx';
import type { TileWords } from './tile-words.ts';

interface GroupProps {
  readonly id: number;
  readonly resilient: boolean;
  readonly description: string;
  readonly className: string;
  readonly style?: React.CSSProperties;
  readonly children: ReactNode;
}

/** A core as assistive technology meets it: named, with occupant and mode as its description. */
export function CoreGroup(props: GroupProps) {
  const { id, resilient, description, className, style, children } = props;
  const describedBy = useId();
  return (
    <div
      // A core is a group by contract; a fieldset would promise a form.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={resilient ? t('Core {id} (Res)', { id }) : t('Core {id} (NonRes)', { id })}
      aria-describedby={describedBy}
      data-core={id}
      className={className}
      style={style}
    >
      {children}
      <span id={describedBy} hidden>
        {description}
      </span>
    </div>
  );
}

interface HandlesProps {
  readonly core: number;
  readonly compact: boolean;
}

interface TileProps {
  readonly core: number;
  readonly app: AppId;
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
  /** A permanent fault of the core. */
  readonly broken: 'stopped' | 'stuck' | null;
  readonly corrupt: CorruptStretches | null;
}

/** The home tile of a replica: thin, perforated, non-resilient. */
export const CoreTile = memo(function CoreTile(props: TileProps) {
  const { core, words, y, height, compact, spans, broken } = props;
  const marks = ['tile', compact && 'compact', broken !== null && 'broken', broken];
  return (
    <CoreGroup
      id={core}
      resilient={false}
      description={
        words.wrong === null ? props.description : `${props.description} ${words.wrong.text}.`
      }
      className={marks.filter(Boolean).join(' ')}
      {...(y === undefined ? {} : { style: { top: y, height } })}
    >
      <TileHead {...props} />
      <TileBody {...props} />
      {spans !== undefined && (
        <ActivityStrip
          spans={spans}
          time={props.time}
          end={props.end}
          width={props.stripWidth}
          method={props.method}
          patterns="tile"
          corrupt={props.corrupt}
        />
      )}
    </CoreGroup>
  );
});

function TileHead({ core, words, compact, note }: TileProps) {
  const { mode, short, signalling, wrong } = words;
  return (
    <div className="tile-head">
      <CoreHandles core={core} compact={compact} />
      {note !== undefined && <span className="note">{note}</span>}
      <span className={signalling ? 'mode signal' : 'mode'}>
        {mode}
        {compact && (
          <span className={wrong === null ? 'since' : 'since wrong'}>
            {' '}
            {wrong === null ? short : wrong.short}
          </span>
        )}
      </span>
    </div>
  );
}

/** What is said of the core whatever it does. */
const CoreHandles = memo(function CoreHandles({ core, compact }: HandlesProps) {
  return (
    <>
      <BreakToggle condition={{ kind: 'core', core }} name={`C${core}`} className="at-edge" />
      <InjectButton id={`c${core}`} victim={`C${core}`} target={{ core }} className="core-id">
        <b className="mono">C{core}</b>
      </InjectButton>
      {!compact && (
        <span className="material">
          <CoreMark resilient={false} size={14} /> {t('NonRes')}
        </span>
      )}
    </>
  );
});

function TileBody({ app, replica, native, words, compact }: TileProps) {
  const { title, detail, short, away, corrupt, wrong } = words;
  return (
    <div className="tile-body">
      <ReplicaHandles {...{ app, replica, native, compact, away, corrupt }} />
      <div className="tile-words">
        <span className="title">{title}</span>
        {wrong === null ? (
          <span className="detail">{compact ? short : detail}</span>
        ) : (
          <span className="detail wrong">{compact ? wrong.short : wrong.text}</span>
        )}
      </div>
    </div>
  );
}

interface ReplicaProps
  extends
    Pick<TileProps, 'app' | 'replica' | 'native' | 'compact'>,
    Pick<TileWords, 'away' | 'corrupt'> {}

const ReplicaHandles = memo(function ReplicaHandles(props: ReplicaProps) {
  const { app, replica, native, compact, away, corrupt } = props;
  const victim = native ? t('the program') : `R${replica}`;
  const move = useKeyHint('move-replica');
  const stop = { kind: 'replica', app, replica } as const;
  return (
    <>
      <BreakToggle condition={stop} name={victim} className="at-edge" />
      <InjectButton
        id={`r${replica}`}
        victim={victim}
        target={{ app, replica }}
        hint={`${move.title(t('Drag moves {victim} to another core', { victim }))}.`}
        className="stretched"
      >
        {native ? null : (
          <ReplicaGlyph id={replica} size={compact ? 16 : 32} away={away} corrupt={corrupt} />
        )}
      </InjectButton>
    </>
  );
});

interface MiniProps {
  readonly core: number;
  readonly resilient: boolean;
  readonly description: string;
  /** Occupant's replica, -1 = none or Romain. */
  readonly replica: number;
  /** Name of its application where there are several, else empty. */
  readonly app: string;
  readonly label: string;
  readonly dense: boolean;
  /** Room for the number or for the occupant's mark only. */
  readonly tiny: boolean;
  readonly broken: 'stopped' | 'stuck' | null;
}

/** A core that plays no part in the app shown. */
export const MiniCore = memo(function MiniCore({
  core,
  resilient,
  description,
  replica,
  app,
  label,
  dense,
  tiny,
  broken,
}: MiniProps) {
  return (
    <CoreGroup
      id={core}
      resilient={resilient}
      description={description}
      className={['mini', dense && 'dense', resilient && 'res', broken !== null && 'broken', broken]
        .filter(Boolean)
        .join(' ')}
    >
      <InjectButton
        id={`c${core}`}
        victim={`C${core}`}
        target={{ core }}
        hint={`C${core}: ${description}`}
        className="stretched bare"
      />
      {!dense && (
        <BreakToggle condition={{ kind: 'core', core }} name={`C${core}`} className="at-edge" />
      )}
      {!(tiny && replica >= 0) && <span className="mono">C{core}</span>}
      {replica >= 0 && <ReplicaGlyph id={replica} size={dense ? 11 : 14} />}
      {!dense && app !== '' && <span className="mini-app">{app}</span>}
      {!dense && <span className="mini-label">{label}</span>}
    </CoreGroup>
  );
});
