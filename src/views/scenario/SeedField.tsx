import { t } from '../../base/language.ts';
import { Icon } from '../shell/icons.tsx';
import { readSeed, seedText } from './read-seed.ts';
import { TypedFrame } from './TypedFrame.tsx';
import { useScenario } from './use-scenario.ts';

/** The seed of the run, in hexadecimal as on the badge. */
export function SeedField() {
  const { scenario, edit } = useScenario();
  const roll = (): void => edit({ seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 });
  return (
    <TypedFrame
      label={t('Seed')}
      text={seedText(scenario.seed)}
      width="core-input"
      wrong={t('type one to eight hexadecimal digits')}
      input={{ spellCheck: false }}
      read={readSeed}
      after={
        <button type="button" className="tool" aria-label={t('Another seed')} onClick={roll}>
          <Icon name="dice" />
        </button>
      }
      onChange={(seed) => edit({ seed }, 'seed')}
    />
  );
}
