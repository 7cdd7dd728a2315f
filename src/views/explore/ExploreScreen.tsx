import { assertUnreachable } from '../../base/assert.ts';
import type { ExploreTab } from '../../store/campaign.ts';
import { RcbPanel } from '../rcb/RcbPanel.tsx';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { CampaignPanel } from './campaign/CampaignPanel.tsx';
import { useCampaigns, useExploreForm } from './campaigns-context.ts';
import { ClaimsPanel } from './claims/ClaimsPanel.tsx';
import { OutcomePatterns } from './campaign/OutcomePatterns.tsx';
import './explore.css';

const TABS = [
  { value: 'campaign', name: 'Fault campaign' },
  { value: 'watchmen', name: 'Who watches the watchmen?' },
  { value: 'claims', name: 'Published claims' },
] as const;

/** Many runs at once: campaigns, who watches the watchmen, published claims. */
export function ExploreScreen() {
  const { form } = useCampaigns();
  const { tab } = useExploreForm();
  return (
    <main id="main" className="explore">
      <OutcomePatterns />
      <div className="explore-tabs">
        <RadioGroup
          label="Part of Explore"
          options={TABS}
          value={tab}
          onChange={(next) => form.setState({ tab: next })}
        />
      </div>
      <Part tab={tab} />
    </main>
  );
}

function Part({ tab }: { readonly tab: ExploreTab }) {
  switch (tab) {
    case 'campaign':
      return <CampaignPanel />;
    case 'watchmen':
      return <RcbPanel />;
    case 'claims':
      return <ClaimsPanel />;
    default:
      return assertUnreachable(tab);
  }
}
