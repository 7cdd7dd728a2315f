import type { ReactNode } from 'react';

import { t } from '../../../base/language.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import type { ReadStudy, StudyDraft } from '../../../store/study-draft.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { useAppState } from '../../shell/app-context.ts';
import { CheckGroup } from '../CheckGroup.tsx';
import { SentenceMenu } from '../sweep/SentenceMenu.tsx';
import { countWords, methodWords, protectionWords } from '../sweep/variant-words.ts';
import { WorkloadFields } from '../sweep/WorkloadFields.tsx';
import { draftWorkloadName } from '../sweep/workload-words.ts';

interface Props {
  readonly draft: StudyDraft;
  readonly read: ReadStudy<unknown>;
  readonly onChange: (part: Partial<StudyDraft>) => void;
}

/** What is wrong with a field of a study. */
export function problemAt(read: ReadStudy<unknown>, field: string): string {
  return read.problems.find(({ path }) => path === field)?.message ?? '';
}

/** The program that is studied. */
export function WorkloadMenu({ draft, read, onChange }: Props) {
  const own = useAppState((state) => state.scenario.apps);
  return (
    <SentenceMenu
      name={t('Workload')}
      text={draftWorkloadName(draft.workload, own.slice(0, 1))}
      wrong={problemAt(read, 'workload') !== ''}
    >
      <WorkloadFields
        workload={draft.workload}
        only="first"
        onChange={(workload) => onChange({ workload })}
      />
    </SentenceMenu>
  );
}

const REPLICAS = [2, 3, 4, 5, 6, 7] as const;
/** Best to worst on run time, as far as that is so in general; the order of lists and tables. */
const METHODS: readonly SignallingMethod[] = ['local', 'polling', 'ipc', 'migration'];

/** The ways of protection that are compared. */
export function ProtectionMenu({ draft, read, onChange }: Props) {
  const problems = [problemAt(read, 'replicas'), problemAt(read, 'methods')] as const;
  return (
    <SentenceMenu
      name={t('Redundancy and methods')}
      text={protectionWords(draft.replicas, draft.methods)}
      wrong={problems.some((problem) => problem !== '')}
    >
      <CheckGroup<number>
        legend={t('Redundancy')}
        values={REPLICAS}
        chosen={draft.replicas}
        problem={problems[0]}
        faceOf={countWords}
        onChange={(replicas) => onChange({ replicas })}
      />
      <CheckGroup
        legend={t('Methods')}
        values={METHODS}
        chosen={draft.methods}
        problem={problems[1]}
        faceOf={methodFace}
        onChange={(methods) => onChange({ methods })}
      />
    </SentenceMenu>
  );
}

function methodFace(method: SignallingMethod): ReactNode {
  return (
    <>
      <MethodPictogram method={method} width={22} />
      {methodWords(method)}
    </>
  );
}
