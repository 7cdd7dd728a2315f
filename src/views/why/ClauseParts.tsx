import type { CauseChain, CauseClause, CauseLink } from '../../analysis/causes/chain.ts';
import { t } from '../../base/language.ts';
import { ACTIVITY, activityWords } from '../../kernel/activities.ts';
import { COST_PARAMETERS } from '../../kernel/costs.ts';
import type { CostName } from '../../kernel/costs.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { groupDigits } from '../../draw/format.ts';
import { costsAt } from '../../run/costs-at.ts';
import { CostHead } from './CostHead.tsx';

interface Props {
  readonly plan: MachinePlan;
  readonly chain: CauseChain;
  readonly clause: CauseClause;
}

/** What a step of a chain is made of: what happened, and the cost parameters behind it. */
export function ClauseParts({ plan, chain, clause }: Props) {
  const links = chain.links.slice(clause.first, clause.end);
  const costs = costsOf(links);
  const costed = [...costs.values()].reduce((sum, cycles) => sum + cycles, 0);
  const rest = clause.to - clause.from - costed;
  const label = t('Cost parameters of this step');
  return (
    <div className="parts-of-step">
      <ul>
        {links.map((link) => (
          <li key={link.from}>
            <span>{linkText(link)}</span>
            <span className="cycles">{groupDigits(link.to - link.from)}</span>
          </li>
        ))}
      </ul>
      {costs.size > 0 && (
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="part-scroll" tabIndex={0} aria-label={label}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('parameter')}</th>
                <th scope="col">{t('cycles')}</th>
                <th scope="col">{t('value, range')}</th>
              </tr>
            </thead>
            <tbody>
              {[...costs].map(([name, cycles]) => (
                <CostRow
                  key={name}
                  name={name}
                  cycles={cycles}
                  value={costsAt(plan, clause.from)[name]}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rest > 0 && <p className="uncosted">{restText(links, rest)}</p>}
    </div>
  );
}

function CostRow({
  name,
  cycles,
  value,
}: {
  readonly name: CostName;
  readonly cycles: number;
  readonly value: number;
}) {
  const { range, unit } = COST_PARAMETERS[name];
  return (
    <tr>
      <CostHead name={name} />
      <td>{groupDigits(cycles)}</td>
      <td>
        {plain(value)}
        <span className="range">
          {plain(range[0])}–{plain(range[1])} {t(unit)}
        </span>
      </td>
    </tr>
  );
}

function plain(value: number): string {
  return groupDigits(value, Number.isInteger(value) ? 0 : 1);
}

function costsOf(links: readonly CauseLink[]): Map<CostName, number> {
  const sums = new Map<CostName, number>();
  for (const { costs } of links)
    for (const { name, cycles } of costs) sums.set(name, (sums.get(name) ?? 0) + cycles);
  return sums;
}

function linkText(link: CauseLink): string {
  const { kind, core, replica } = link;
  if (kind === 'flight') {
    const message = link.message ?? t('a message');
    return t('{message} flies from C{from} to C{to}', { message, from: link.fromCore, to: core });
  }
  if (kind === 'poll') return t('C{core} polls until it sees the store', { core });
  if (kind === 'slice')
    return t('C{core} serves R{replica} until its time slice ends', { core, replica });
  const text = workText(link);
  return link.interrupts ? t('{work}, under which its work stands still', { work: text }) : text;
}

function workText({ core, replica, activity, message, event }: CauseLink): string {
  const label = activityWords(ACTIVITY[activity]);
  const does = message === null || event !== 'ipi-handled' ? label : `${label} (${message})`;
  return replica < 0
    ? `C${core} ${does}`
    : t('C{core} {does} for R{replica}', { core, does, replica });
}

/** What no cost parameter gives. */
function restText(links: readonly CauseLink[], n: number): string {
  const computes = links.some(
    ({ kind, activity }) => kind === 'work' && ACTIVITY[activity].style === 'user',
  );
  const count = groupDigits(n);
  return computes
    ? t(
        '{n, plural, one {{count} cycle is} other {{count} cycles are}} user code of the program.',
        { n, count },
      )
    : t('{n, plural, one {{count} cycle is} other {{count} cycles are}} the delay of a fault.', {
        n,
        count,
      });
}
