import { useEffect, useRef, useState } from 'react';

import { t } from '../../base/language.ts';
import { runTitle } from '../../export/names.ts';
import { sizeText } from './estimate.ts';
import { makeFile, makeTrace } from './make.ts';
import type { Subject } from './make.ts';
import { openInPerfetto } from './perfetto.ts';
import { save } from './save.ts';
import type { Work } from './work.ts';

/** What the dialog's job is doing. */
export type Job =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly share: number; readonly doing: string }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string };

/** One export at a time. */
export interface Exports {
  readonly job: Job;
  readonly save: (subject: Subject) => void;
  readonly openInPerfetto: (subject: Subject) => void;
  readonly cancel: () => void;
}

/** Runs exports for a dialog; leaving it ends the one under way. */
export function useExport(): Exports {
  const [job, setJob] = useState<Job>({ kind: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (action: (work: Work) => Promise<Job>): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const show = (next: Job): void => {
      if (running.current === own) setJob(next);
    };
    show({ kind: 'working', share: 0, doing: t('Starting') });
    const { signal } = own;
    try {
      const report = (share: number, doing: string): void =>
        show({ kind: 'working', share, doing });
      show(await action({ signal, report }));
    } catch (error) {
      show(
        signal.aborted ? { kind: 'done', text: t('Cancelled; nothing was saved.') } : failed(error),
      );
    }
  };

  return {
    job,
    save: (subject) =>
      void start(async (work) => {
        const file = await makeFile(subject, work);
        save(file);
        const said = { file: file.name, size: sizeText(file.content.size) };
        return { kind: 'done', text: t('{file}, {size}, is saved.', said) };
      }),
    openInPerfetto: (subject) =>
      void start(async (work) => {
        const make = async (): Promise<Blob> => (await makeTrace(subject, work)).content;
        const title = runTitle(subject.run.plan);
        const told = await openInPerfetto({ title, fileName: 'watchmen.json', make }, work);
        return told.ok ? { kind: 'done', text: told.value } : { kind: 'failed', text: told.error };
      }),
    cancel: () => running.current?.abort(),
  };
}

function failed(error: unknown): Job {
  const why = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', text: t('The export failed: {why}', { why }) };
}
