import { t } from '../../base/language.ts';
import { DEFAULT_APP } from '../../scenario/default-scenario.ts';
import { MAX_APPS } from '../../scenario/schema-parts.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { PlacementField, RedundancyField, SignallingField, WorkloadField } from './AppFields.tsx';
import { GeneratorFields } from './GeneratorFields.tsx';
import { useAppSpec, useProblemAt, useScenario } from './use-scenario.ts';

/** All applications of the scenario, each with everything of its own. */
export function AppList() {
  const { scenario, edit } = useScenario();
  const { apps, machine } = scenario;
  const count = apps.length;
  const add = (): void => {
    const resCore = machine.resCores[0] ?? 0;
    // Two replicas: three more would not fit beside the first app on every machine.
    const name = freeName(
      DEFAULT_APP.name,
      apps.map((app) => app.name),
    );
    const added = {
      ...DEFAULT_APP,
      name,
      redundancy: 2,
      resCore,
      placement: 'other-socket',
    } as const;
    edit({ title: '', apps: [...apps, added] });
  };
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <AppCard key={index} index={index} removable={count > 1} />
      ))}
      <button type="button" className="text-button" disabled={count >= MAX_APPS} onClick={add}>
        {t('Add an application')}
      </button>
    </>
  );
}

/** `name`, or with the first number that no other app has. */
function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let n = 2; taken.includes(free); n++) free = `${name} ${n}`;
  return free;
}

function AppCard({ index, removable }: { readonly index: number; readonly removable: boolean }) {
  const { edits } = useApp();
  const { spec, editSpec } = useAppSpec(index);
  const resCores = useAppState((state) => state.scenario.machine.resCores);
  const problem = useProblemAt(`apps[${index}]`);
  const remove = (): void =>
    edits.edit((draft) => {
      draft.title = '';
      draft.apps.splice(index, 1);
    });
  return (
    <fieldset className="app-card">
      <legend>{t('Application {number}: {name}', { number: index + 1, name: spec.name })}</legend>
      <label className="field">
        <span className="field-name">{t('Name')}</span>
        <input
          type="text"
          value={spec.name}
          maxLength={60}
          onChange={(event) => editSpec({ name: event.target.value }, `apps[${index}].name`)}
        />
      </label>
      <WorkloadField index={index} />
      <GeneratorFields index={index} />
      <RedundancyField index={index} />
      <SignallingField index={index} />
      <div className="row">
        <PlacementField index={index} alone />
        <label className="field">
          <span className="field-name">{t('Served on')}</span>
          <select
            value={spec.resCore}
            onChange={(event) => editSpec({ resCore: Number(event.target.value) })}
          >
            {[...new Set([...resCores, spec.resCore])].map((core) => (
              <option key={core} value={core}>
                C{core}
              </option>
            ))}
          </select>
        </label>
        {removable && (
          <button type="button" className="text-button" onClick={remove}>
            {t('Remove')}
          </button>
        )}
      </div>
      {problem !== '' && <p className="field-problem">{problem}</p>}
    </fieldset>
  );
}
