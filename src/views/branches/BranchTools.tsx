import { t } from '../../base/language.ts';
import type { Branch } from '../../store/workspace.ts';
import { useApp } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';

interface Props {
  readonly branch: Branch;
  readonly onRename: () => void;
}

/** What the keys F2 and Delete do to a branch, for the pointer. */
export function BranchTools({ branch, onRename }: Props) {
  const { branches } = useApp();
  const { name } = branch;
  return (
    <span className="branch-tools">
      <button
        type="button"
        aria-label={t('Rename {name}', { name })}
        title={t('Rename this branch (F2)')}
        onClick={onRename}
      >
        <Icon name="pencil" size={16} />
      </button>
      <button
        type="button"
        aria-label={t('Remove {name}', { name })}
        title={t('Remove this branch (Delete)')}
        onClick={() => branches.remove(branch.id)}
      >
        <Icon name="close" size={16} />
      </button>
    </span>
  );
}
