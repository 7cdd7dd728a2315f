import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { Icon } from '../shell/icons.tsx';
import { endWords, OUTCOME_WORDS } from './outcome-words.ts';
import './fault-controls.css';

/** How the run that is shown ended where faults are set, and the way from incident to incident. */
export function RunEnd() {
  const run = useHeldRun();
  // While a run is under way, has failed or was cancelled, that is what there is to say.
  const quiet = useAppState(({ run: { kind } }) => kind === 'ready' || kind === 'waiting');
  const app = useAppState((state) => state.app);
  const asked = useAppState(({ hiddenFrom }) => hiddenFrom !== null);
  const { navigation } = useApp();
  const end = run === null || !quiet ? null : endWords(run, app);
  if (run === null || end === null) return null;
  if (asked) return <Hidden />;
  const { outcome } = run.recording.summary.apps[app] ?? { outcome: 'completed' };
  const { at } = end;
  return (
    <div className={`run-end ${end.tone}`} data-outcome={outcome}>
      <output title={t(OUTCOME_WORDS[outcome].meaning)}>{end.text}</output>
      <span className="incident-acts">
        {at !== null && (
          <button
            type="button"
            className="text-button go-there"
            onClick={() => navigation.seek(at)}
          >
            {t('Go there')}
          </button>
        )}
        <IncidentButton direction={-1} />
        <IncidentPlace />
        <IncidentButton direction={1} />
      </span>
    </div>
  );
}

/** Stands where the end of the run would answer the question of a lesson. */
function Hidden() {
  return (
    <div className="run-end">
      <output className="quiet">
        {t('How the run ends is said when the question is answered.')}
      </output>
    </div>
  );
}

function IncidentButton({ direction }: { readonly direction: 1 | -1 }) {
  const { navigation } = useApp();
  const next = direction === 1;
  const name = next ? t('Next incident') : t('Previous incident');
  const hint = useKeyHint(next ? 'next-incident' : 'previous-incident');
  return (
    <button
      type="button"
      className="tool"
      aria-label={name}
      title={hint.title(name)}
      aria-keyshortcuts={hint.aria}
      onClick={() => navigation.stepIncident(direction)}
    >
      <Icon name={next ? 'next-incident' : 'previous-incident'} />
    </button>
  );
}

/** `2 of 7`: incidents up to the playhead. */
function IncidentPlace() {
  const run = useHeldRun();
  const incidents = run?.recording.incidents ?? [];
  const past = useAppState(
    ({ playhead }) => incidents.filter(({ step }) => step < playhead.step).length,
  );
  return (
    <span className="num quiet">
      {t('{past} of {count} incidents', {
        past: groupDigits(past),
        count: groupDigits(incidents.length),
      })}
    </span>
  );
}
