import { msg, t } from '../../base/language.ts';
import { useApp } from '../shell/app-context.ts';
import { Say } from '../shell/Say.tsx';
import { SideMark } from './CompareHead.tsx';
import { useComparedNames } from './use-compared.ts';
import './compare.css';

/** Above what explains one run, while two are shown: which one it is, and how to read the other. */
export function OneSideNote() {
  const { comparisons } = useApp();
  const [a, b] = useComparedNames();
  return (
    <p className="cmp-one-side">
      <span>
        <Say
          message={msg('Everything here, and the selection, is of <side/> <name>{name}</name>.')}
          values={{ name: a }}
          parts={{ side: <SideMark side="A" />, name: <b /> }}
        />
      </span>
      <button
        type="button"
        className="text-button"
        title={t('Then all of this is of {name}', { name: b })}
        onClick={comparisons.swap}
      >
        {t('Read B')}
      </button>
    </p>
  );
}
