import { t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import { groupDigits } from '../../draw/format.ts';
import { playheadAt } from '../../run/instants.ts';
import { cyclesText } from '../machine/numbers.ts';
import { useApp, useHeldRun } from '../shell/app-context.ts';
import type { ChainItem } from './chain.ts';
import { RegisterTable } from './RegisterTable.tsx';
import type { Why } from './why.ts';

/** Who waits for whom in one sentence, what differed in the vote, and the steps of the event. */
export function Account({ why }: { readonly why: Why }) {
  return (
    <>
      <p className="headline">{why.headline}</p>
      {why.table !== null && <RegisterTable table={why.table} />}
      {why.divergence.map((line) => (
        <p key={line} className="divergence">
          {line}
        </p>
      ))}
      <Chain why={why} />
      {why.limit !== null && <p className="limit">{why.limit}</p>}
    </>
  );
}

function Chain({ why }: { readonly why: Why }) {
  return (
    <ol className="chain">
      {why.done === 0 && <Now text={t('now, before this event')} />}
      {why.chain.map((item, i) => (
        // A step of another event takes the place of this one: its elements stay.
        // oxlint-disable-next-line react/no-array-index-key
        <Step key={i} item={item} index={i} future={i >= why.done}>
          {i === why.done - 1 && (
            <Now
              text={
                i === why.chain.length - 1 && why.total !== null
                  ? t('now, after this event')
                  : nowText(why.sinceLast)
              }
            />
          )}
        </Step>
      ))}
    </ol>
  );
}

function nowText(cycles: Cycles): string {
  return cycles === 0 ? t('now') : t('now, {cycles} later', { cycles: cyclesText(cycles) });
}

function Now({ text }: { readonly text: string }) {
  return (
    <li className="now" aria-current="step">
      {text}
    </li>
  );
}

interface StepProps {
  readonly item: ChainItem;
  readonly index: number;
  readonly future: boolean;
  readonly children: React.ReactNode;
}

function Step({ item, index, future, children }: StepProps) {
  const { navigation } = useApp();
  const run = useHeldRun();
  const go = (): void => {
    if (run !== null) navigation.jumpTo(playheadAt(run, item.time));
  };
  return (
    <>
      <li>
        <button
          type="button"
          className={future ? 'step future' : 'step'}
          title={t('Go to cycle {cycle}', { cycle: groupDigits(item.time) })}
          onClick={go}
        >
          <span className="no" aria-hidden="true">
            {index + 1}
          </span>
          <span>
            {item.text}
            {item.note !== undefined && <span className="note"> {item.note}</span>}
          </span>
          <span className="cycles">{index === 0 ? '' : groupDigits(item.cycles)}</span>
        </button>
      </li>
      {children}
    </>
  );
}
