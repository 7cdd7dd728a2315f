import { useMemo } from 'react';

import { t } from '../../../base/language.ts';
import type { CampaignDraft } from '../../../store/campaign-draft.ts';
import { readDraft } from '../../../store/campaign-draft.ts';
import { useAppState } from '../../shell/app-context.ts';
import { OpenResults } from '../OpenResults.tsx';
import { CampaignForm } from './CampaignForm.tsx';
import { CampaignResults } from './CampaignResults.tsx';
import { CampaignStatus } from './CampaignStatus.tsx';
import { useCampaign, useCampaigns, useCampaignForm } from '../campaigns-context.ts';

/** Sets up a campaign on the scenario, runs it, and shows what it finds while it runs. */
export function CampaignPanel() {
  const campaigns = useCampaigns();
  const { own, form } = campaigns;
  const scenario = useAppState((state) => state.scenario);
  const { draft } = useCampaignForm();
  const state = useCampaign(own);
  const read = useMemo(() => readDraft(draft, scenario), [draft, scenario]);
  const change = (part: Partial<CampaignDraft>): void =>
    form.setState({ draft: { ...draft, ...part } });
  const { spec, report } = state;
  return (
    <div className="explore-columns">
      <section className="explore-side" aria-label={t('Set up a campaign')}>
        <h2>{t('Fault campaign')}</h2>
        <p className="quiet">
          {t(
            'Runs the scenario above many times, each with one fault at a random instant. The same seed gives the same runs, here and on the command line.',
          )}
        </p>
        <CampaignForm
          draft={draft}
          read={read}
          running={state.phase === 'running'}
          onChange={change}
          onStart={() => own.start(read.spec, read.workers)}
          onCancel={own.cancel}
        />
        <CampaignStatus state={state} />
        <div className="row open-results">
          <OpenResults name={t('Open a campaign file')} look="text-button" />
        </div>
      </section>
      <section className="explore-results" aria-label={t('Results')}>
        {spec === null || report === null ? (
          <Nothing running={state.phase === 'running'} />
        ) : (
          <CampaignResults runner={own} spec={spec} report={report} />
        )}
      </section>
    </div>
  );
}

function Nothing({ running }: { readonly running: boolean }) {
  return (
    <p className="waiting quiet">
      {running
        ? t('Results appear with the first 256 runs.')
        : t('There are no results yet. “Start” runs the campaign; results appear while it runs.')}
    </p>
  );
}
