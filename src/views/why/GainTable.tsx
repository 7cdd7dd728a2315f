import type { PathShares } from '../../analysis/causes/critical-path.ts';
import type { Gain } from '../../analysis/causes/sensitivity.ts';
import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp } from '../shell/app-context.ts';
import { branchWithBetter } from '../../store/better-cost.ts';
import { CostHead } from './CostHead.tsx';

interface Props {
  readonly gains: readonly Gain[];
  readonly path: PathShares;
  /** Cycles of what would get shorter. */
  readonly length: number;
  /** Cycle from which the better value holds in a branch; `null` = throughout. */
  readonly at: number | null;
}

/** What each parameter, made better, would gain; largest gain first. */
export function GainTable({ gains, path, length, at }: Props) {
  const idle = gains.filter((gain) => !gainsAnything(gain)).map(({ name }) => name);
  const shares = new Map(path.costs.map(({ name, cycles }) => [name, cycles]));
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="part-scroll" tabIndex={0} aria-label={t('Gain by cost parameter')}>
      <table className="gains">
        <thead>
          <tr>
            <th scope="col">{t('parameter')}</th>
            <th scope="col">{t('tried')}</th>
            <th scope="col">{t('on path')}</th>
            <th scope="col">{t('gain')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('branch')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {gains.filter(gainsAnything).map((gain) => (
            <Row key={gain.name} {...{ gain, length, at, share: shares.get(gain.name) ?? 0 }} />
          ))}
        </tbody>
      </table>
      {idle.length > 0 && (
        <p className="idle-costs">{t('Without any gain: {names}.', { names: idle.join(', ') })}</p>
      )}
    </section>
  );
}

function gainsAnything({ cycles }: Gain): boolean {
  return cycles !== 0;
}

interface RowProps {
  readonly gain: Gain;
  readonly share: number;
  readonly length: number;
  readonly at: number | null;
}

function Row({ gain, share, length, at }: RowProps) {
  const { edits } = useApp();
  const { name, value, tried, cycles } = gain;
  return (
    <tr>
      <CostHead name={name} />
      <td>
        {valueText(value)} → {valueText(tried)}
      </td>
      <td>{percentText(share, length)}</td>
      <td>
        {groupDigits(cycles)}
        <span className="share">{percentText(cycles, length)}</span>
      </td>
      <td>
        <button
          type="button"
          className="try"
          aria-label={t('Branch with {change}', { change: `${name} ${valueText(tried)}` })}
          onClick={() => branchWithBetter(edits, gain, { name: `${name} ${valueText(tried)}`, at })}
        >
          {t('Branch', {}, 'verb')}
        </button>
      </td>
    </tr>
  );
}

/** A number as a parameter's value is shown. */
function valueText(value: number): string {
  return groupDigits(value, Number.isInteger(value) ? 0 : 2);
}

/** `part` of `whole` in percent. */
export function percentText(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${groupDigits((part / whole) * 100, 2)} %`;
}
