import { msg, t } from '../../base/language.ts';
import { cyclesBetween, partsBetween } from '../../analysis/compare/difference.ts';
import { departureOf } from '../../analysis/compare/departure.ts';
import { compareFigures } from '../../analysis/compare/figures.ts';
import type { Figure } from '../../analysis/compare/figures.ts';
import { PARTS } from '../../base/vocabulary.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { useMemo } from 'react';
import { useAppState } from '../shell/app-context.ts';
import { Say } from '../shell/Say.tsx';
import { SideMark } from './CompareHead.tsx';
import type { Compared } from './use-compared.ts';
import { differenceText, figureName, figureText, isPart } from './words.ts';

/** What scrolls must take the focus, so that keys reach it. */
const FOCUSABLE = { tabIndex: 0 } as const;

/** Every number of the comparison, of the whole runs and of the event at the playhead. */
export function DifferenceTable({ compared }: { readonly compared: Compared }) {
  const { a, b, apps, names } = compared;
  const event = useAppState((state) => eventIndexAt(a, apps[0], state.playhead.time));
  const one = a.recording.summary.apps[apps[0]];
  const other = b.recording.summary.apps[apps[1]];
  if (one === undefined || other === undefined) return null;
  const figures = compareFigures(one, other);
  return (
    <section className="cmp-table" aria-label={t('Difference in numbers')} {...FOCUSABLE}>
      <Departed compared={compared} />
      <table>
        <caption className="visually-hidden">
          {t('Whole runs of {a} and {b}, and event {event}; model output', {
            a: names[0],
            b: names[1],
            event: groupDigits(event + 1),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Say
                message={msg('cycles<mean>, mean over the replicas</mean>')}
                parts={{ mean: <span className="cmp-mean" /> }}
              />
            </th>
            <NameCell side="A" name={names[0]} />
            <NameCell side="B" name={names[1]} />
            <th scope="col">B − A</th>
            <th scope="col">{t('in event {event}', { event: groupDigits(event + 1) })}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row key={figure.id} figure={figure} inEvent={inEvent(compared, figure, event)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The head of a run's column; a long name is cut, and whole in its title. */
function NameCell({ side, name }: { readonly side: 'A' | 'B'; readonly name: string }) {
  return (
    <th scope="col">
      <span className="cmp-name" title={name}>
        <SideMark side={side} /> <span>{name}</span>
      </span>
    </th>
  );
}

/** What a figure differs by in one event; `null` where both have not completed it, or it has no such figure. */
function inEvent({ difference }: Compared, { id }: Figure, event: number): number | null {
  if (difference === null || event >= difference.events) return null;
  if (id === 'run') return cyclesBetween(difference, event, event + 1);
  return isPart(id)
    ? (partsBetween(difference, event, event + 1)[PARTS.indexOf(id)] ?? null)
    : null;
}

interface RowProps {
  readonly figure: Figure;
  readonly inEvent: number | null;
}

function Row({ figure, inEvent: here }: RowProps) {
  const { id, unit, a, b, difference } = figure;
  const whole = isPart(id) ? 'cmp-part' : undefined;
  return (
    <tr className={whole}>
      <th scope="row">{figureName(id)}</th>
      <td className="num">{figureText(a, unit)}</td>
      <td className="num">{figureText(b, unit)}</td>
      <td className="num">{differenceText(difference, unit)}</td>
      <td className="num">{here === null ? '' : differenceText(here, unit)}</td>
    </tr>
  );
}

/** Until when both runs are the same. */
function Departed({ compared: { a, b } }: { readonly compared: Compared }) {
  const departure = useMemo(() => departureOf(a.recording.events, b.recording.events), [a, b]);
  if (departure === null) return <p>{t('Both traces are the same, step by step.')}</p>;
  const { step, time } = departure;
  if (step === 0) return <p>{t('Both traces differ from the first kernel step on.')}</p>;
  return (
    <p>
      {t(
        'Alike for {n, plural, one {{steps} kernel step} other {{steps} kernel steps}}; they part at {time} µs, cycle {cycle}.',
        {
          n: step,
          steps: groupDigits(step),
          time: formatMicroseconds(time, a.plan.clockGHz),
          cycle: groupDigits(time),
        },
      )}
    </p>
  );
}
