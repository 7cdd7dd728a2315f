import { useState } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { phasesLength } from '../../workload/phases.ts';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

// Few programs are made of phases, so the editor is loaded when it is opened.
const PhaseEditor = lazyPart(
  async () => (await import('../workload-editor/PhaseEditor.tsx')).PhaseEditor,
);

interface Props {
  readonly index: number;
  readonly workload: Extract<WorkloadSpec, { readonly kind: 'phases' }>;
}

/** A program made of phases in a few words, and the way to its editor. */
export function PhaseSummary({ index, workload }: Props) {
  const [open, setOpen] = useState(false);
  const { phases } = workload;
  const names = phases.flatMap(({ name = '' }) => (name.trim() === '' ? [] : [name]));
  const n = phases.length;
  const counted = { n, count: groupDigits(n), traps: groupDigits(phasesLength(workload)) };
  return (
    <div className="generator">
      <span>
        {names.length === n
          ? t('{n, plural, one {{count} phase} other {{count} phases}}: {names}, {traps} traps', {
              ...counted,
              names: names.join(', '),
            })
          : t('{n, plural, one {{count} phase} other {{count} phases}}, {traps} traps', counted)}
      </span>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {t('Edit phases')}
      </button>
      {open && (
        <Part waiting={<output>{t('Loading')}</output>}>
          <PhaseEditor index={index} onClose={() => setOpen(false)} />
        </Part>
      )}
    </div>
  );
}
