import { t } from '../../base/language.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { CoreView } from '../../run/machine-view.ts';
import { MiniCore } from './CoreTile.tsx';
import { denseFrom, TINY_FROM } from './layout.ts';
import { coreDescription, modeWord } from './words.ts';

interface Props {
  readonly plan: MachinePlan;
  readonly cores: readonly CoreView[];
  /** Smaller tiles; by default when there are many. */
  readonly dense?: boolean;
}

/** The cores without a large tile. */
export function CoreRest({ plan, cores, dense = cores.length > denseFrom(false) * 2 }: Props) {
  const tiny = cores.length > TINY_FROM;
  return (
    <div className={`rest${dense ? ' dense' : ''}${tiny ? ' tiny' : ''}`}>
      {cores.map((core) => {
        const resident = residentOf(core, plan);
        return (
          <MiniCore
            key={core.id}
            core={core.id}
            resilient={core.resilient}
            description={coreDescription(core, plan, resident === null ? null : resident.name)}
            replica={resident?.replica ?? -1}
            app={plan.apps.length > 1 ? (resident?.app ?? '') : ''}
            label={labelOf(core, resident !== null)}
            dense={dense || tiny}
            tiny={tiny}
            broken={core.broken}
          />
        );
      })}
    </div>
  );
}

interface Resident {
  readonly name: string;
  /** The name of its application. */
  readonly app: string;
  readonly replica: number;
}

/** Who is pinned to a core, whether it runs or not. */
function residentOf(core: CoreView, plan: MachinePlan): Resident | null {
  const lives = (one: AppPlan): boolean => one.cores.includes(core.id);
  const app = plan.apps.find((one) => one.id === core.app && lives(one)) ?? plan.apps.find(lives);
  if (app === undefined) return null;
  if (app.redundancy === 'native') return { name: app.name, app: app.name, replica: -1 };
  const replica = app.cores.indexOf(core.id);
  return { name: `R${replica}`, app: app.name, replica };
}

function labelOf(core: CoreView, occupied: boolean): string {
  if (core.broken === 'stopped') return t('broken', {}, 'core');
  if (!occupied && core.activity === 'halted') return t('idle');
  const { style } = ACTIVITY[core.activity];
  if (style === 'signalIn' || style === 'signalOut') return t('signals');
  return modeWord(core.mode);
}
