import { t } from '../../base/language.ts';
import { groupDigits } from '../../base/digits.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppView } from '../../run/machine-view.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { capitalised } from './numbers.ts';
import { recoveryProgress } from './recovery.ts';
import { stopWords } from './stop-words.ts';

interface Props {
  readonly plan: MachinePlan;
  readonly state: AppView;
  readonly failure: string | null;
}

/** What Romain does about a mismatch: a copy of the donor's state, or the end. Else nothing. */
export function Alarm({ plan, state, failure }: Props) {
  if (state.stage === 'recovering') return <Recovery plan={plan} state={state} />;
  const words = stopWords(state);
  if (words === null) return null;
  return (
    <div className="alarm-box stop">
      <b>{capitalised(words.title)}</b>
      <span>
        {state.stop === 'rcb' && failure !== null ? `${capitalised(t(failure))}. ` : ''}
        {words.text}
      </span>
    </div>
  );
}

/** The copy of registers, UTCB and all writable memory, page block by page block. */
function Recovery({ plan, state }: Omit<Props, 'failure'>) {
  const { stateDone, copiedKiB, totalKiB, share } = recoveryProgress(plan, state);
  const [target = -1] = state.outvoted;
  return (
    <div className="alarm-box recovery">
      <b>
        {t('Recovery')}
        <span className="visually-hidden">
          {' '}
          {t('R{donor} to R{target}', { donor: state.donor, target })}
        </span>
        <ReplicaGlyph id={state.donor} size={16} />
        <svg width={14} height={10} viewBox="0 0 14 10" aria-hidden="true">
          <path d="M0 5H13M9 1L13 5L9 9" className="copy-arrow" />
        </svg>
        <ReplicaGlyph id={target} size={16} corrupt />
      </b>
      <span>{stateDone ? t('regs, UTCB: copied') : t('regs, UTCB: being copied')}</span>
      <span>
        {t('memory: {copied} of {total} KiB', {
          copied: groupDigits(copiedKiB),
          total: groupDigits(totalKiB),
        })}
      </span>
      <progress
        className="visually-hidden"
        value={share}
        aria-label={t('Memory copied to R{target}', { target })}
      />
      <span className="copy-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
}
