import { useMemo } from 'react';

import { msg, t } from '../../../base/language.ts';
import { isolationTitle, notificationTitle } from '../../../analysis/wish-list/findings.ts';
import type { OutcomeShare } from '../../../analysis/campaign/aggregate.ts';
import { wilsonInterval } from '../../../analysis/campaign/wilson.ts';
import type { DotName, DotsInput } from '../../../draw/dots/layout.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { WishSelection } from '../../../store/study-forms.ts';
import { workloadName } from '../../scenario/workload-names.ts';
import { DotsFigure } from '../studies/DotsFigure.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { HARM } from '../words.ts';
import { IsolationTable, NotificationTable } from './WishTables.tsx';
import { axisEnd, changeShort, changeWords, percentValue } from './wish-words.ts';
import { sameCell } from './wish-view.ts';
import type { WishView } from './wish-view.ts';

interface Props {
  readonly view: WishView;
  readonly onSelect: (selected: WishSelection) => void;
  readonly onOpen: () => void;
}

/** Least end of the axis of overheads, in percent: the one of the Lab. */
const OVERHEADS = 80;

const LEGEND_TEXTS = [
  { face: 'ring', text: msg('without the wish') },
  { face: 'solid', text: msg('with it') },
] as const;

function legend() {
  return LEGEND_TEXTS.map(({ face, text }) => ({ face, text: t(text) }));
}

/** Overhead without and with fast notification. */
export function NotificationFigure({ view, onSelect, onOpen }: Props) {
  const { report, spec } = view;
  const rows = report.notification;
  const input = useMemo(() => notificationInput(view), [view]);
  const select = ({ row, dot }: DotName): void => {
    const cell = rows[row];
    if (cell !== undefined) onSelect({ ...cellOf(cell), wish: 'notification', granted: dot === 1 });
  };
  return (
    <DotsFigure
      label={t('Fast notification')}
      title={notificationTitle(rows)}
      subtitle={t(
        'Extra run time of {workload} in % of its native run, before and after. Each dot is a run.',
        { workload: workloadName(spec.scenario.apps[0].workload) },
      )}
      name="wish-notification"
      input={input}
      legend={legend()}
      textOf={({ row, dot }) => {
        const { method, replicas, before, after } = rows[row];
        const said = {
          variant: variantWords({ method, redundancy: replicas }),
          value: percentValue((dot === 1 ? after : before).overheadPercent),
        };
        return dot === 1
          ? t('{variant}, with fast notification: {value}', said)
          : t('{variant}, as it is: {value}', said);
      }}
      onSelect={select}
      onOpen={onOpen}
      table={<NotificationTable view={view} onSelect={onSelect} />}
    />
  );
}

function notificationInput({ report, selected }: WishView): Omit<DotsInput, 'width' | 'groupName'> {
  const rows = report.notification;
  const all = rows.flatMap(({ before, after }) => [before.overheadPercent, after.overheadPercent]);
  return {
    rows: rows.map(({ method, replicas, before, after }) => {
      const [from, to] = [before.overheadPercent, after.overheadPercent];
      return {
        method,
        redundancy: replicas,
        dots: [
          { value: from, face: 'ring' },
          { value: to, face: 'solid' },
        ],
        words: changeWords(from, to),
        short: changeShort(from, to),
      };
    }),
    axisMax: axisEnd(all, OVERHEADS),
    unit: t('% extra run time'),
    shortUnit: '%',
    format: (value) => groupDigits(value),
    selected: selected.wish === 'notification' ? selectedDot(rows, selected) : null,
  };
}

function selectedDot(
  rows: readonly { readonly method: WishSelection['method']; readonly replicas: number }[],
  selected: WishSelection,
): DotName | null {
  const row = rows.findIndex((one) => sameCell(one, selected));
  return row === -1 ? null : { row, dot: selected.granted ? 1 : 0 };
}

function cellOf({ method, replicas }: Pick<WishSelection, 'method' | 'replicas'>) {
  return { method, replicas };
}

/** How often a faulty kernel does harm without and with memory isolation. */
export function IsolationFigure({ view, onSelect, onOpen }: Props) {
  const rows = view.report.isolation;
  const input = useMemo(() => isolationInput(view), [view]);
  return (
    <DotsFigure
      label={t('Memory isolation')}
      title={isolationTitle(rows)}
      subtitle={t(
        'Share of kernel faults on NonRes cores after which a wrong value gets out or Romain fails: the same faults before and after. Whiskers: 95 % intervals.',
      )}
      name="wish-isolation"
      input={input}
      legend={legend()}
      textOf={({ row, dot }) => {
        const { method, replicas, before, after, runs } = rows[row];
        const { count } = harmOf(dot === 1 ? after : before);
        const said = {
          variant: variantWords({ method, redundancy: replicas }),
          count: groupDigits(count),
          all: groupDigits(runs),
        };
        return dot === 1
          ? t('{variant}, isolated: {count} of {all}', said)
          : t('{variant}, as it is: {count} of {all}', said);
      }}
      onSelect={({ row, dot }) => {
        const cell = rows[row];
        if (cell !== undefined)
          onSelect({ ...cellOf(cell), wish: 'isolation', granted: dot === 1 });
      }}
      onOpen={onOpen}
      table={<IsolationTable view={view} />}
    />
  );
}

function isolationInput({ report, selected }: WishView): Omit<DotsInput, 'width' | 'groupName'> {
  const rows = report.isolation;
  return {
    rows: rows.map(({ method, replicas, runs, before, after }) => {
      const from = harmDot(before, runs);
      const to = harmDot(after, runs);
      return {
        method,
        redundancy: replicas,
        dots: [
          { ...from, face: 'ring' },
          { ...to, face: 'solid' },
        ],
        words: changeWords(from.value, to.value),
        short: changeShort(from.value, to.value),
      };
    }),
    axisMax: 100,
    unit: t('% of faults do harm'),
    shortUnit: '%',
    format: (value) => groupDigits(value),
    selected: selected.wish === 'isolation' ? selectedDot(rows, selected) : null,
  };
}

function harmOf(shares: readonly OutcomeShare[]): { readonly count: number } {
  const count = shares
    .filter(({ outcome }) => HARM.includes(outcome))
    .reduce((sum, one) => sum + one.count, 0);
  return { count };
}

/** How many of `runs` do harm, in percent, with the interval of that. */
function harmDot(shares: readonly OutcomeShare[], runs: number) {
  const { count } = harmOf(shares);
  const { low, high } = wilsonInterval(count, runs);
  return { value: (100 * count) / runs, low: 100 * low, high: 100 * high };
}
