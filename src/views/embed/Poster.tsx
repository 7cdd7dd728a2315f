import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { ReplicaMark } from '../glyphs/ReplicaGlyph.tsx';
import { programName } from '../scenario/workload-names.ts';
import { CORE, stillMachine } from './poster-scene.ts';
import type { StillCore } from './poster-scene.ts';
import { scenarioName, Strip } from './Strip.tsx';
import './embed.css';

interface Props {
  /** `null` = the link alone does not tell. */
  readonly scenario: Scenario | null;
  readonly onStart: () => void;
}

/** What a frame shows before it is started: the machine as its scenario has it. */
export function Poster({ scenario, onStart }: Props) {
  const title = scenario === null ? 'Watchmen' : scenarioName(scenario);
  return (
    <div className="frame embed poster">
      <main id="main" className="poster-main">
        <h1>{title}</h1>
        {scenario !== null && <Program scenario={scenario} />}
        {scenario !== null && <Scene scenario={scenario} />}
        <button type="button" className="poster-start" onClick={onStart}>
          <svg width={22} height={22} viewBox="0 0 22 22" aria-hidden="true">
            <path d="M5 3l14 8l-14 8z" fill="currentColor" />
          </svg>
          {t('Start the simulation')}
        </button>
        <p className="quiet">{t('A still picture of the scenario: nothing has run yet.')}</p>
      </main>
      <Strip title={title} />
    </div>
  );
}

const METHODS: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('synchronous IPC'),
  polling: msg('shared memory polling'),
};

/** What runs, how often and how it is signalled; of several programs the first one. */
function Program({ scenario: { apps } }: { readonly scenario: Scenario }) {
  const [first] = apps;
  if (first === undefined) return null;
  return (
    <p className="poster-program">
      <span>{programName(first)}</span>
      <span>{copies(first)}</span>
      {first.redundancy !== 'native' && (
        <span>
          <MethodPictogram method={first.signalling} width={26} /> {t(METHODS[first.signalling])}
        </span>
      )}
      {apps.length > 1 && <span>{t('and {count} more', { count: apps.length - 1 })}</span>}
    </p>
  );
}

function copies({ redundancy }: AppSpec): string {
  if (redundancy === 'native') return t('native');
  if (redundancy === 2 || redundancy === 3) return redundancy === 2 ? 'DMR' : 'TMR';
  return t('{n, plural, one {# replica} other {# replicas}}', { n: redundancy });
}

function Scene({ scenario }: { readonly scenario: Scenario }) {
  const { width, height, sockets, cores } = stillMachine(scenario);
  return (
    <figure className="poster-scene" aria-label={sceneWords(cores)}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {sockets.map((socket) => (
          <rect
            key={socket.y}
            className="poster-socket"
            x={0.5}
            y={socket.y + 0.5}
            width={width - 1}
            height={socket.height - 1}
          />
        ))}
        {cores.map((core) => (
          <Core key={core.core} {...core} />
        ))}
      </svg>
    </figure>
  );
}

function Core({ core, x, y, resilient, residents }: StillCore) {
  const [resident, another] = residents;
  const middle = { cx: x + CORE / 2, cy: y + CORE / 2 + 6 };
  return (
    <g className={resilient ? 'poster-core res' : 'poster-core'}>
      <path
        className="poster-hull"
        d={resilient ? octagon(x, y) : `M${x} ${y}h${CORE}v${CORE}h${-CORE}z`}
      />
      <text
        className="poster-name"
        x={x + (resilient ? CORE / 2 : 6)}
        y={y + 14}
        textAnchor={resilient ? 'middle' : 'start'}
      >
        C{core}
      </text>
      {resilient && (
        <text
          className="poster-name poster-res"
          x={middle.cx}
          y={y + CORE / 2 + 9}
          textAnchor="middle"
        >
          {t('Res')}
        </text>
      )}
      {another !== undefined && another.replica !== null && (
        <ReplicaMark id={another.replica} cx={middle.cx + 8} cy={middle.cy - 6} size={22} away />
      )}
      {resident !== undefined && resident.replica !== null && (
        <ReplicaMark id={resident.replica} {...middle} size={28} />
      )}
      {resident?.replica === null && <circle className="poster-native" {...middle} r={10} />}
    </g>
  );
}

function octagon(x: number, y: number): string {
  const cut = CORE * 0.28;
  const side = CORE - 2 * cut;
  const corner = `l${cut} ${cut}`;
  return `M${x + cut} ${y}h${side}${corner}v${side}l${-cut} ${cut}h${-side}l${-cut} ${-cut}v${-side}z`;
}

function sceneWords(cores: readonly StillCore[]): string {
  const used = cores.filter(({ residents }) => residents.length > 0).length;
  const res = cores.filter(({ resilient }) => resilient).length;
  return t(
    'Machine: {cores} cores, {res, plural, one {# of them resilient} other {# of them resilient}}, {used} with programs',
    { cores: cores.length, res, used },
  );
}
