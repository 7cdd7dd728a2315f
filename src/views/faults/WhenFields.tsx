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
  { value: 'cycle', name: 'at a cycle' },
  { value: 'event', name: 'before an event' },
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
        label="When"
        options={WHEN}
        value={'cycle' in at ? 'cycle' : 'event'}
        onChange={(kind) =>
          change({ at: kind === 'cycle' ? { cycle: here } : { event: nextEvent } })
        }
      />
      {'cycle' in at ? (
        <>
          <DraftNumber
            label="Cycle"
            value={at.cycle}
            write={cyclesText}
            problem={problems.get('at.cycle')}
            onChange={(cycle) => change({ at: { cycle } })}
          />
          {at.cycle === here ? (
            <span className="quiet">here: the next step shows it</span>
          ) : (
            <button
              type="button"
              className="text-button"
              onClick={() => change({ at: { cycle: here } })}
            >
              Here
            </button>
          )}
        </>
      ) : (
        <DraftNumber
          label="Event"
          value={at.event + 1}
          unit={`of ${cyclesText(events)}, half way through the computing before it`}
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
          <span className="field-name">Until the next trap it</span>
          <select
            value={fault.fate ?? ''}
            onChange={({ target }) => change({ fate: fates.find((fate) => fate === target.value) })}
          >
            <option value="">does what is drawn</option>
            {fates.map((fate) => (
              <option key={fate} value={fate}>
                {OWN_FATE_WORDS[fault.target]?.[fate] ?? FATE_WORDS[fate]}
              </option>
            ))}
          </select>
          {problems.has('fate') && <span className="field-problem">{problems.get('fate')}</span>}
        </label>
      )}
      <button
        type="button"
        className="text-button"
        title="Draws everything that is left open anew"
        onClick={() => change({ seed: seed + 1 })}
      >
        <Icon name="dice" size={16} /> Another course
      </button>
      {seed > 0 && <span className="num quiet">course {seed}</span>}
    </div>
  );
}
