import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import { createImportWork } from '../../store/import-work.ts';
import type {
  ImportStage,
  ImportState,
  ImportWork,
  ImportWorkDeps,
} from '../../store/import-work.ts';
import { startImportWorker } from '../../worker/import-client.ts';
import { save } from '../export/save.ts';
import { useApp } from '../shell/app-context.ts';

/** An import and how far it is. */
export type Import = ImportWork & Omit<ImportState, 'stage'>;

const DEPS: ImportWorkDeps = {
  startWorker: startImportWorker,
  now: () => performance.now(),
  save: (name, content) => save({ name, content }),
};

/** An import that reads `given` at once, and again whenever other files are given; it ends with what shows it. */
export function useImport(given: readonly File[]): readonly [work: Import, stage: ImportStage] {
  const work = useMemo(() => createImportWork(DEPS), []);
  const { stage, ...state } = useStore(work.store);
  useEffect(() => {
    if (given.length > 0) work.read(given);
    return work.end;
  }, [given, work]);
  useBusy(stage);
  return [{ ...work, ...state }, stage];
}

/** The page is not idle while a log is read or a profile made. */
function useBusy(stage: ImportStage): void {
  const { awaitPart } = useApp();
  const busy = stage.kind === 'reading' || (stage.kind === 'read' && stage.building);
  useEffect(() => (busy ? awaitPart() : undefined), [busy, awaitPart]);
}
