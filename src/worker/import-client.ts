import { msg } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err } from '../base/result.ts';
import type { Sentence } from '../base/sentence.ts';
import { sentence } from '../base/sentence.ts';
import type { ProfileChoices } from '../workload/import/profile-file.ts';
import type {
  BuiltLog,
  ImportAnswer,
  ImportRequest,
  ReadChoices,
  ReadLog,
} from './import-protocol.ts';
import { inPageLanguage } from './language.ts';
import type { OwnEntry } from './own-profiles.ts';

/** The part of a `Worker` that an import needs. */
export interface ImportWorker {
  postMessage(message: ImportRequest): void;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: ImportAnswer }) => void,
  ): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** How far reading is. */
export interface ReadProgress {
  readonly bytes: number;
  readonly lines: number;
}

/** What an import tells; what was cancelled or superseded tells nothing. */
export interface ImportListener {
  readonly onProgress: (progress: ReadProgress) => void;
  readonly onRead: (log: ReadLog) => void;
  readonly onBuilt: (built: Result<BuiltLog, Sentence>) => void;
  readonly onKept: (kept: Result<OwnEntry, string>) => void;
  readonly onFile: (name: string, content: Blob) => void;
  /** The worker has stopped, such as when a file cannot be read any more. */
  readonly onFailure: (why: Sentence) => void;
}

/** An import as the page has it: a worker per log that is read. */
export interface ImportClient {
  /** Reads `files`; what is read or held is given up at once. */
  readonly read: (files: readonly File[], choices: ReadChoices) => void;
  readonly build: (pid: number, choices: ProfileChoices) => void;
  readonly keep: () => void;
  readonly file: () => void;
  /** Gives up what is read or held, at once. */
  readonly cancel: () => void;
}

const STOPPED = msg(
  'The log could not be read to its end: the file may have changed or gone, or there was not enough memory. Choose it again.',
);

/** A client that starts its workers with `start` and tells `listener`. */
export function createImportClient(
  start: () => ImportWorker,
  listener: ImportListener,
): ImportClient {
  let worker: ImportWorker | null = null;
  let builds = 0;

  function hear(from: ImportWorker, answer: ImportAnswer): void {
    // What a worker had posted before it was ended.
    if (from !== worker) return;
    if (answer.kind === 'progress') listener.onProgress(answer);
    else if (answer.kind === 'read') listener.onRead(answer.log);
    else if (answer.kind === 'kept') listener.onKept(answer.kept);
    else if (answer.kind === 'file') listener.onFile(answer.name, answer.content);
    else if (answer.id === builds && answer.built !== null) listener.onBuilt(answer.built);
  }

  function cancel(): void {
    worker?.terminate();
    worker = null;
  }

  return {
    cancel,
    read(files, choices) {
      cancel();
      const started = start();
      worker = started;
      started.addEventListener('message', ({ data }) => hear(started, data));
      started.addEventListener('error', () => {
        if (started !== worker) return;
        cancel();
        listener.onFailure(sentence(STOPPED));
      });
      started.postMessage({ kind: 'read', files, choices });
    },
    build(pid, choices) {
      builds += 1;
      if (worker === null) listener.onBuilt(err(sentence(msg('No log has been read.'))));
      else worker.postMessage({ kind: 'build', id: builds, pid, choices });
    },
    keep: () => worker?.postMessage({ kind: 'keep' }),
    file: () => worker?.postMessage({ kind: 'file' }),
  };
}

/** Starts the worker of this build that imports. */
export function startImportWorker(): Worker {
  return inPageLanguage(
    new Worker(new URL('import-worker.ts', import.meta.url), { type: 'module' }),
  );
}
