import { t } from '../../base/language.ts';
import { readCores } from './read-cores.ts';
import { TypedFrame } from './TypedFrame.tsx';
import { useProblemAt } from './use-scenario.ts';

interface Props {
  readonly label: string;
  readonly path: string;
  readonly cores: readonly number[];
  readonly hideLabel?: boolean;
  readonly onChange: (cores: readonly number[]) => void;
}

/** A list of cores, typed as `1 2 3` or `C1, C2, C3`. */
export function CoreListField({ path, cores, ...frame }: Props) {
  const problem = useProblemAt(path);
  return (
    <TypedFrame
      {...frame}
      text={cores.map((core) => `C${core}`).join(' ')}
      width="core-input"
      wrong={t('type core numbers')}
      problem={problem}
      read={readCores}
    />
  );
}
