import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';

import { msg, t } from '../../base/language.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { Explore } from '../../store/explore.ts';
import type { ExplorePart } from '../../store/explore-parts.ts';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { Part } from '../shell/Part.tsx';
import { FormHistory } from './FormHistory.tsx';
import './explore.css';
import { lazyPart } from '../shell/lazy-part.tsx';

// Each part comes when it is first shown.
const SweepPanel = lazyPart(async () => (await import('./sweep/SweepPanel.tsx')).SweepPanel);
const ScalabilityPanel = lazyPart(
  async () => (await import('./scalability/ScalabilityPanel.tsx')).ScalabilityPanel,
);
const WishListPanel = lazyPart(
  async () => (await import('./wish-list/WishListPanel.tsx')).WishListPanel,
);
const PlacementPanel = lazyPart(
  async () => (await import('./placement/PlacementPanel.tsx')).PlacementPanel,
);
const CampaignPanel = lazyPart(
  async () => (await import('./campaign/CampaignPanel.tsx')).CampaignPanel,
);
const RcbPanel = lazyPart(async () => (await import('../rcb/RcbPanel.tsx')).RcbPanel);
const ClaimsPanel = lazyPart(async () => (await import('./claims/ClaimsPanel.tsx')).ClaimsPanel);
const OutcomePatterns = lazyPart(
  async () => (await import('./campaign/OutcomePatterns.tsx')).OutcomePatterns,
);

const PARTS = [
  { value: 'sweep', name: msg('Sweep') },
  { value: 'scalability', name: msg('Scalability') },
  { value: 'wish-list', name: msg('Hardware wish-list') },
  { value: 'placement', name: msg('Placement') },
  { value: 'campaign', name: msg('Fault campaign') },
  { value: 'watchmen', name: msg('Who watches the watchmen?') },
  { value: 'claims', name: msg('Published claims') },
] as const satisfies readonly { readonly value: ExplorePart; readonly name: string }[];

interface Props {
  readonly parts: Explore['part'];
  readonly edits: Explore['edits'];
}

/** Many runs at once: sweeps, studies, campaigns, who watches the watchmen, published claims. */
export function ExploreScreen({ parts, edits }: Props) {
  const { part } = useStore(parts);
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the row of parts is longer than the screen.
    const shown = tabs.current?.querySelector('input:checked + *');
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [part]);
  return (
    <main id="main" className="explore">
      <div className="explore-tabs" ref={tabs}>
        <RadioGroup
          label={t('Part of Explore')}
          options={PARTS.map(({ value, name }) => ({ value, name: t(name) }))}
          value={part}
          onChange={(next) => parts.setState({ part: next })}
        />
        <FormHistory edits={edits} />
      </div>
      <Part>
        {part !== 'sweep' && part !== 'scalability' && <OutcomePatterns />}
        <Panel part={part} />
      </Part>
    </main>
  );
}

function Panel({ part }: { readonly part: ExplorePart }) {
  switch (part) {
    case 'sweep':
      return <SweepPanel />;
    case 'scalability':
      return <ScalabilityPanel />;
    case 'wish-list':
      return <WishListPanel />;
    case 'placement':
      return <PlacementPanel />;
    case 'campaign':
      return <CampaignPanel />;
    case 'watchmen':
      return <RcbPanel />;
    case 'claims':
      return <ClaimsPanel />;
    default:
      return assertUnreachable(part);
  }
}
