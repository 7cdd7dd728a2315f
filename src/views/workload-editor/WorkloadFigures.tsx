import { t } from '../../base/language.ts';
import { TRAP_WORDS } from '../../base/trap-words.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import type { WorkloadStatistics } from '../../workload/statistics.ts';
import type { TrapColumn } from './preview.ts';
import { burstWords, gapPiles } from './preview.ts';
import './workload-editor.css';

interface Props {
  readonly statistics: WorkloadStatistics;
  readonly along: readonly TrapColumn[];
}

/** What any workload is like: where its traps fall, the gaps between them, and figures. */
export function WorkloadFigures({ statistics, along }: Props) {
  return (
    <>
      <h3>{t('Where its traps fall')}</h3>
      <AlongPicture along={along} />
      <p className="phase-legend">
        <i className="faults" /> {t('page faults')} <i className="calls" /> {t('calls')}{' '}
        <i className="others" /> {t('others')}{' '}
        <span className="quiet">{t('from start to end of its computing')}</span>
      </p>
      <h3>{t('Gaps between them')}</h3>
      <GapPicture statistics={statistics} />
      <Figures statistics={statistics} />
    </>
  );
}

const WIDTH = 384;
const HEIGHT = 72;

/** Bars side by side that fill the width; each is a pile of parts from below. */
function Bars({
  piles,
  classes,
  label,
}: {
  readonly piles: readonly (readonly number[])[];
  readonly classes: readonly string[];
  readonly label: string;
}) {
  const most = Math.max(1, ...piles.map((pile) => pile.reduce((a, b) => a + b, 0)));
  const step = WIDTH / piles.length;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="phase-bars">
      <title>{label}</title>
      {piles.map((pile, i) =>
        pile.map((count, part) => {
          if (count === 0) return null;
          const below = pile.slice(0, part).reduce((a, b) => a + b, 0);
          // A single trap is seen, however many there are elsewhere.
          const height = Math.max(1, (count / most) * HEIGHT);
          return (
            <rect
              // oxlint-disable-next-line react/no-array-index-key
              key={`${i} ${part}`}
              className={classes[part]}
              x={i * step}
              width={Math.max(1, step - 1)}
              y={HEIGHT - (below / most) * HEIGHT - height}
              height={height}
            />
          );
        }),
      )}
    </svg>
  );
}

const KIND_CLASSES = ['faults', 'calls', 'others'];

function AlongPicture({ along }: { readonly along: readonly TrapColumn[] }) {
  const total = along.map((column) => column.reduce((a, b) => a + b, 0));
  const half = total.slice(0, along.length / 2).reduce((a, b) => a + b, 0);
  const all = total.reduce((a, b) => a + b, 0);
  const label = t('{percent} % of the traps fall in the first half of the computing', {
    percent: Math.round((half / all) * 100),
  });
  return <Bars piles={along} classes={KIND_CLASSES} label={label} />;
}

const GAP_CLASSES = ['calls', 'zero'];

function GapPicture({ statistics }: { readonly statistics: WorkloadStatistics }) {
  const { histogram, median, p95, unit } = statistics;
  const { piles, first } = gapPiles(histogram);
  const last = histogram.at(-1)?.to ?? 0;
  const label = t(
    'Half of the gaps have at most {median} {unit, select, cycles {cycles} other {instructions}}, 95 % at most {p95}',
    { median: groupDigits(median), unit, p95: groupDigits(p95) },
  );
  return (
    <>
      <Bars piles={piles} classes={GAP_CLASSES} label={label} />
      <p className="phase-ends num">
        <span>{first}</span>
        <span className="quiet">
          {t('{unit, select, cycles {cycles} other {instructions}}, doubling every two bars', {
            unit,
          })}
        </span>
        <span>{groupDigits(last)}</span>
      </p>
    </>
  );
}

function Figures({ statistics }: { readonly statistics: WorkloadStatistics }) {
  const { events, total, mean, median, p95, burstiness, kinds, bytesIn, bytesOut, unit } =
    statistics;
  const rows: readonly (readonly [string, string])[] = [
    [t('Traps, with the exit'), groupDigits(events)],
    ...TRAP_KINDS.flatMap((kind): [string, string][] => {
      const count = kinds[kind];
      return count === undefined
        ? []
        : [[t(TRAP_WORDS[kind]), `${groupDigits((count / events) * 100, 1)} %`]];
    }),
    [unit === 'cycles' ? t('Cycles') : t('Instructions'), groupDigits(total)],
    [t('Mean gap'), groupDigits(mean)],
    [t('Median gap'), groupDigits(median)],
    [t('95 % of gaps at most'), groupDigits(p95)],
    [t('Burstiness'), `${groupDigits(burstiness, 2)}, ${burstWords(burstiness)}`],
    [t('Bytes in, out'), `${groupDigits(bytesIn)}, ${groupDigits(bytesOut)}`],
  ];
  return (
    <table className="phase-figures">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
