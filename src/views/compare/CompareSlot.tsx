import { t } from '../../base/language.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useHeldRun } from '../shell/app-context.ts';
import { Guard } from '../shell/Guard.tsx';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

// Two runs come after one, so neither is in the first download.
const ComparePane = lazyPart(async () => (await import('./ComparePane.tsx')).ComparePane);

/** Two runs at once, where else are the machine and the timeline of one. */
export function CompareSlot({ model }: { readonly model: TimelineModel }) {
  const run = useHeldRun();
  return (
    <div className="region-slot cmp-slot">
      <Guard name={t('The comparison')} resetKey={run}>
        <Part waiting={<p className="waiting quiet">{t('The comparison is loading.')}</p>}>
          <ComparePane model={model} />
        </Part>
      </Guard>
    </div>
  );
}
