import { msg, t } from '../../base/language.ts';
import { ERAS } from '../../base/vocabulary.ts';
import type { MachineSpec } from '../../scenario/scenario.ts';
import { CoreListField } from './CoreListField.tsx';
import { NumberField } from './NumberField.tsx';
import { RadioGroup } from './RadioGroup.tsx';
import { useScenario } from './use-scenario.ts';

type Figure = Exclude<keyof MachineSpec, 'resCores'>;

const FIGURES: readonly (readonly [name: Figure, label: string, unit?: string])[] = [
  ['sockets', msg('Sockets')],
  ['coresPerSocket', msg('Cores per socket')],
  ['clockGHz', msg('Clock'), 'GHz'],
  ['cpi', msg('Cycles per instruction')],
  ['cycleScale', msg('Factor on measured cycles')],
];

function eraOption(era: (typeof ERAS)[number]) {
  return {
    value: String(era),
    name:
      era === 2012
        ? t('2012: 4 KiB pages, each replica its own')
        : t('2013: large pages, the leader maps for all'),
    face: String(era),
  };
}

/** The machine and the era of Romain's page-fault handling. */
export function MachineFields() {
  const { scenario, edit } = useScenario();
  const { machine } = scenario;
  return (
    <div className="fields">
      {FIGURES.map(([name, label, unit]) => (
        <NumberField
          key={name}
          label={t(label)}
          {...(unit !== undefined && { unit })}
          path={`machine.${name}`}
          value={machine[name]}
          onChange={(value) => edit({ machine: { ...machine, [name]: value } }, `machine.${name}`)}
        />
      ))}
      <CoreListField
        label={t('Res cores')}
        path="machine.resCores"
        cores={machine.resCores}
        onChange={(resCores) => edit({ machine: { ...machine, resCores } }, 'machine.resCores')}
      />
      <span className="field">
        <span className="field-name">{t('Era')}</span>
        <RadioGroup
          label={t('Era')}
          options={ERAS.map(eraOption)}
          value={String(scenario.era)}
          onChange={(value) => edit({ era: value === '2013' ? 2013 : 2012 })}
        />
      </span>
    </div>
  );
}
