import { msg, t } from '../../base/language.ts';
import { fatesOf } from '../../scenario/fault-rules.ts';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { Icon } from '../shell/icons.tsx';
import { DraftNumber } from './DraftNumber.tsx';
import type { FaultForm } from './form.ts';
import { cyclesText } from './place-words.ts';
import { FATE_WORDS, OWN_FATE_WORDS } from './target-words.ts';

interface Props {
  readonly form: FaultForm;
}

const WHEN = [
  { value: 'cycle', name: msg('at a cycle') },
  { value: 'event', name: msg('before an event') },
] as const;

/** When: the instant shown or any other cycle, or half way through the computing before an event. */
export function WhenField({ form, nextEvent }: Props & { readonly nextEvent: number }) {
  const { fault, problems, standpoint, change } = form;
  const { at } = fault;
  const here = standpoint.cycle + 1;
  const events = standpoint.plan.apps[fault.app]?.program.length ?? 0;
  return (
    <div className="row">
      <RadioGroup
        label={t('When')}
        options={WHEN.map(({ value, name }) => ({ value, name: t(name) }))}
        value={'cycle' in at ? 'cycle' : 'event'}
        onChange={(kind) =>
          change({ at: kind === 'cycle' ? { cycle: here } : { event: nextEvent } })
        }
      />
      {'cycle' in at ? (
        <>
          <DraftNumber
            label={t('Cycle')}
            value={at.cycle}
            write={cyclesText}
            problem={problems.get('at.cycle')}
            onChange={(cycle) => change({ at: { cycle } })}
          />
          {at.cycle === here ? (
            <span className="quiet">{t('here: the next step shows it')}</span>
          ) : (
            <button
              type="button"
              className="text-button"
              onClick={() => change({ at: { cycle: here } })}
            >
              {t('Here')}
            </button>
          )}
        </>
      ) : (
        <DraftNumber
          label={t('Event')}
          value={at.event + 1}
          unit={t('of {count}, half way through the computing before it', {
            count: cyclesText(events),
          })}
          problem={problems.get('at.event')}
          onChange={(event) => change({ at: { event: event - 1 } })}
        />
      )}
    </div>
  );
}

/** What becomes of the wrong value: drawn from the flow probabilities, or forced; and another draw. */
export function CourseFields({ form }: Props) {
  const { fault, problems, change } = form;
  const fates = fatesOf(fault.target);
  const seed = fault.seed ?? 0;
  return (
    <div className="row">
      {fates.length > 0 && (fault.target !== 'core' || fault.mode === 'stick') && (
        <label className="field">
          <span className="field-name">{t('Until the next trap it')}</span>
          <select
            value={fault.fate ?? ''}
            onChange={({ target }) => change({ fate: fates.find((fate) => fate === target.value) })}
          >
            <option value="">{t('does what is drawn')}</option>
            {fates.map((fate) => (
              <option key={fate} value={fate}>
                {t(OWN_FATE_WORDS[fault.target]?.[fate] ?? FATE_WORDS[fate])}
              </option>
            ))}
          </select>
          {problems.has('fate') && <span className="field-problem">{problems.get('fate')}</span>}
        </label>
      )}
      <button
        type="button"
        className="text-button"
        title={t('Draws everything that is left open anew')}
        onClick={() => change({ seed: seed + 1 })}
      >
        <Icon name="dice" size={16} /> {t('Another course')}
      </button>
      {seed > 0 && <span className="num quiet">{t('course {number}', { number: seed })}</span>}
    </div>
  );
}
