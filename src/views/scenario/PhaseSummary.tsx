import { lazy, Suspense, useState } from 'react';

import { groupDigits } from '../../draw/format.ts';
import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { phasesLength } from '../../workload/phases.ts';

// Few programs are made of phases, so the editor is loaded when it is opened.
const PhaseEditor = lazy(async () => ({
  default: (await import('../workload-editor/PhaseEditor.tsx')).PhaseEditor,
}));

interface Props {
  readonly index: number;
  readonly workload: Extract<WorkloadSpec, { readonly kind: 'phases' }>;
}

/** A program made of phases in a few words, and the way to its editor. */
export function PhaseSummary({ index, workload }: Props) {
  const [open, setOpen] = useState(false);
  const { phases } = workload;
  const names = phases.flatMap(({ name = '' }) => (name.trim() === '' ? [] : [name]));
  const named = names.length === phases.length ? `: ${names.join(', ')}` : '';
  return (
    <div className="generator">
      <span>
        {phases.length} {phases.length === 1 ? 'phase' : 'phases'}
        {named}, {groupDigits(phasesLength(workload))} traps
      </span>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        Edit phases
      </button>
      {open && (
        <Suspense fallback={<output>Loading</output>}>
          <PhaseEditor index={index} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
