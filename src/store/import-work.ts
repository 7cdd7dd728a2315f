import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { Result } from '../base/result.ts';
import type { Sentence } from '../base/sentence.ts';
import { createImportClient } from '../worker/import-client.ts';
import type { ImportClient, ImportWorker, ReadProgress } from '../worker/import-client.ts';
import type { BuiltLog, TableSample } from '../worker/import-protocol.ts';
import type { OwnEntry } from '../worker/own-profiles.ts';
import type { ImportReport } from '../workload/import/report.ts';
import type { Draft } from './import-draft.ts';
import { NEW_DRAFT, processOf, profileChoices, readChoices } from './import-draft.ts';

/** How far an import is. */
export type ImportStage =
  /** No log is chosen yet. */
  | { readonly kind: 'start' }
  | { readonly kind: 'reading'; readonly progress: ReadProgress; readonly ms: number }
  | { readonly kind: 'refused'; readonly why: Sentence; readonly table: TableSample | null }
  | {
      readonly kind: 'read';
      readonly report: ImportReport;
      readonly table: TableSample | null;
      /** `null` until the first one is there. */
      readonly built: Result<BuiltLog, Sentence> | null;
      /** Is another one under way? */
      readonly building: boolean;
    };

/** An import as it is shown. */
export interface ImportState {
  readonly stage: ImportStage;
  readonly files: readonly File[];
  readonly draft: Draft;
  /** Why the program was not kept; '' = nothing went wrong. */
  readonly problem: string;
}

/** An import as a person conducts it. */
export interface ImportWork {
  readonly store: StoreApi<ImportState>;
  readonly read: (files: readonly File[]) => void;
  /** Back to the choice of a log, at once. */
  readonly cancel: () => void;
  /** Changes what was chosen; reads the log again where it must. */
  readonly change: (part: Partial<Draft>) => void;
  /** Keeps the program that was built, then tells of it. */
  readonly keep: (then: (entry: OwnEntry) => void) => void;
  readonly saveFile: () => void;
  /** Gives up everything; it may begin anew. */
  readonly end: () => void;
}

export interface ImportWorkDeps {
  readonly startWorker: () => ImportWorker;
  /** Milliseconds. */
  readonly now: () => number;
  /** Has the person save a file. */
  readonly save: (name: string, content: Blob) => void;
}

const BEGIN: ImportState = { stage: { kind: 'start' }, files: [], draft: NEW_DRAFT, problem: '' };

const ignore = (): void => {};

type ReadStage = Extract<ImportStage, { readonly kind: 'read' }>;

/** An import that has not begun. */
export function createImportWork({ startWorker, now, save }: ImportWorkDeps): ImportWork {
  const store = createStore<ImportState>(() => BEGIN);
  const set = (change: Partial<ImportState>): void => store.setState(change);
  let began = 0;
  let whenKept: (entry: OwnEntry) => void = ignore;

  const client: ImportClient = createImportClient(startWorker, {
    onProgress: (progress) => set({ stage: { kind: 'reading', progress, ms: now() - began } }),
    onRead({ report, table }) {
      if (!report.ok) set({ stage: { kind: 'refused', why: report.error, table } });
      else build({ report: report.value, table, built: null });
    },
    onBuilt: (built) => takeBuilt(store, built),
    onKept(kept) {
      set({ problem: kept.ok ? '' : kept.error });
      if (kept.ok) whenKept(kept.value);
    },
    onFile: save,
    onFailure: (why) => set({ stage: { kind: 'refused', why, table: null } }),
  });

  function build(stage: Pick<ReadStage, 'report' | 'table' | 'built'>): void {
    const { draft } = store.getState();
    const process = processOf(stage.report, draft);
    set({ stage: { ...stage, kind: 'read', building: process !== undefined } });
    if (process !== undefined) client.build(process.pid, profileChoices(draft));
  }

  function readAs(files: readonly File[], draft: Draft): void {
    began = now();
    const progress = { bytes: 0, lines: 0 };
    set({ files, draft, problem: '', stage: { kind: 'reading', progress, ms: 0 } });
    client.read(files, readChoices(draft));
  }

  const giveUp = (change: Partial<ImportState>) => (): void => {
    client.cancel();
    set(change);
  };
  return {
    store,
    read: (files) => readAs(files, NEW_DRAFT),
    cancel: giveUp({ stage: BEGIN.stage }),
    end: giveUp(BEGIN),
    change(part) {
      const { draft, files, stage } = store.getState();
      const next = { ...draft, ...part };
      if ('format' in part || 'columns' in part) readAs(files, next);
      else set({ draft: next });
      if (stage.kind === 'read' && store.getState().stage === stage) build(stage);
    },
    keep(then) {
      whenKept = then;
      client.keep();
    },
    saveFile: () => client.file(),
  };
}

function takeBuilt(store: StoreApi<ImportState>, built: Result<BuiltLog, Sentence>): void {
  const { stage } = store.getState();
  if (stage.kind === 'read') store.setState({ stage: { ...stage, built, building: false } });
}
