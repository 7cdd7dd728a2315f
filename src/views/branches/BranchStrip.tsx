import { t } from '../../base/language.ts';
import { useMedia } from '../shell/use-media.ts';
import { BranchPicker } from './BranchPicker.tsx';
import { BranchTree } from './BranchTree.tsx';
import './branches.css';

/** The branches of the run over its timeline: a tree, or a list to choose from where there is no room for one. */
export function BranchStrip() {
  const narrow = useMedia('(max-width: 767px)');
  return (
    <section className="branches" aria-label={t('Branches')}>
      {narrow ? <BranchPicker /> : <BranchTree />}
    </section>
  );
}
