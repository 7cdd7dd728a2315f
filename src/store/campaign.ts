import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { blockLines, endLine, headerLine } from '../analysis/blocks/block-file.ts';
import { missingRuns, WHOLE } from '../analysis/blocks/block-work.ts';
import type { BlockResult, CampaignSpec } from '../analysis/campaign/campaign.ts';
import { campaignReport } from '../analysis/campaign/report.ts';
import type { CampaignReport } from '../analysis/campaign/report.ts';
import { createBlockTally } from '../analysis/campaign/tally-blocks.ts';
import type { BlockTally } from '../analysis/campaign/tally-blocks.ts';
import { CAMPAIGN_WORK } from '../analysis/campaign/work.ts';
import type { Exposure } from '../analysis/rcb/exposure.ts';
import type { Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createDraft } from './campaign-draft.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import { Job, NO_JOB } from './job.ts';
import type { JobPhase, JobState } from './job.ts';
import { MAX_WORKERS } from '../worker/block-pool.ts';
import type { WorkerSource } from '../worker/block-pool.ts';
import { askForExposure, askForRun, startPool } from '../worker/campaign-pool.ts';

/** Time between two pictures of partial results. */
const PUBLISH_MS = 400;
/** Blocks whose lines are put into one part of the file. */
const BLOCKS_PER_PART = 32;

/** What a campaign is doing; `opened` = its results came from a file. */
type CampaignPhase = JobPhase | 'opened';

/** A campaign as the page shows it, `done` also when it stopped early; replaced as a whole a few times a second. */
export interface CampaignState extends Omit<JobState, 'phase'> {
  readonly phase: CampaignPhase;
  /** The campaign that the report is of. */
  readonly spec: CampaignSpec | null;
  /** Of the blocks counted so far; `null` before the first. */
  readonly report: CampaignReport | null;
  /** Runs done, those of blocks under way included. */
  readonly runsDone: number;
}

const NOTHING: CampaignState = { ...NO_JOB, spec: null, report: null, runsDone: 0 };

/** Runs one campaign at a time. */
export interface CampaignRunner {
  readonly store: StoreApi<CampaignState>;
  /** Ends the one before. */
  readonly start: (spec: CampaignSpec, workers: number) => void;
  /** Ends it at once; what was counted stays. */
  readonly cancel: () => void;
  /** What was counted as a campaign file, which the command line can merge; `null` = there is no such one. */
  readonly file: () => Blob | null;
  /** Shows what was counted elsewhere; ends what is under way. */
  readonly open: (found: FoundCampaign) => void;
}

/** A campaign that was run elsewhere. */
export interface FoundCampaign {
  readonly spec: CampaignSpec;
  readonly report: CampaignReport;
  /** The file that all of it is in; `null` = it is in several. */
  readonly file: Blob | null;
}

/** What campaigns need from the outside. */
export interface CampaignDeps {
  readonly source: WorkerSource;
  /** Milliseconds. */
  readonly now: () => number;
  /** Processors of this computer, as far as the browser tells. */
  readonly processors: number;
}

/** What a person has set up; kept while the Lab is shown. */
export interface CampaignForm {
  readonly draft: CampaignDraft;
}

/** The campaigns of the page. */
export interface Campaigns {
  /** The campaign that a person has set up. */
  readonly own: CampaignRunner;
  /** The one that stands beside published claims. */
  readonly claims: CampaignRunner;
  /** The one that hits the Reliable Computing Base. */
  readonly rcb: CampaignRunner;
  readonly form: StoreApi<CampaignForm>;
  /** Workers that suit this computer, 1..`MAX_WORKERS`. */
  readonly workers: number;
  readonly scenarioOfRun: (spec: CampaignSpec, run: number) => Promise<Result<Scenario, string>>;
  readonly exposure: (
    scenario: Scenario,
    app: number,
    signal: AbortSignal,
  ) => Promise<Result<Exposure[], string>>;
  readonly isBusy: () => boolean;
  /** Calls back whenever `isBusy`, or what is shown of a campaign, may have changed. */
  readonly subscribe: (onChange: () => void) => void;
}

/** No campaign yet. */
export function createCampaigns(deps: CampaignDeps): Campaigns {
  const [own, claims, rcb] = [createRunner(deps), createRunner(deps), createRunner(deps)] as const;
  const runners = [own, claims, rcb];
  const listeners: (() => void)[] = [];
  let questions = 0;
  const note = (): void => {
    for (const listener of listeners) listener();
  };
  const counted = async <T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> => {
    let open = true;
    questions++;
    note();
    const close = (): void => {
      if (open) questions--;
      open = false;
      note();
    };
    signal?.addEventListener('abort', close, { once: true });
    return answer.finally(close);
  };
  for (const { store } of runners) store.subscribe(note);
  const workers = Math.min(MAX_WORKERS, Math.max(1, deps.processors));
  return {
    own,
    claims,
    rcb,
    workers,
    form: createStore<CampaignForm>(() => ({ draft: createDraft(workers) })),
    scenarioOfRun: (spec, run) => counted(askForRun(deps.source, spec, run)),
    exposure: (scenario, app, signal) =>
      counted(askForExposure(deps.source, { scenario, app }, signal), signal),
    isBusy: () =>
      questions > 0 || runners.some(({ store }) => store.getState().phase === 'running'),
    subscribe: (onChange) => void listeners.push(onChange),
  };
}

/** A runner without a campaign. */
export function createRunner(deps: CampaignDeps): CampaignRunner {
  const store = createStore<CampaignState>(() => NOTHING);
  let job: CampaignJob | null = null;
  let opened: FoundCampaign | null = null;
  return {
    store,
    start(spec, workers) {
      job?.end();
      opened = null;
      job = new CampaignJob(spec, workers, {
        now: deps.now,
        show: (state) => store.setState(state),
      });
      job.start(deps.source, workers);
    },
    cancel: () => job?.cancel(),
    file: () => opened?.file ?? job?.file() ?? null,
    open(found) {
      job?.end();
      job = null;
      opened = found;
      const { spec, report } = found;
      store.setState({ ...NOTHING, phase: 'opened', spec, report, runsDone: report.runs });
    },
  };
}

interface CampaignJobDeps {
  readonly now: () => number;
  readonly show: (state: CampaignState) => void;
}

/** One campaign from its start to its end. */
class CampaignJob {
  private readonly spec: CampaignSpec;
  private readonly show: (state: CampaignState) => void;
  private readonly tally: BlockTally;
  private readonly lines: FileLines;
  private readonly job: Job;

  constructor(spec: CampaignSpec, workers: number, { now, show }: CampaignJobDeps) {
    this.spec = spec;
    this.show = show;
    this.tally = createBlockTally(spec);
    this.lines = new FileLines(headerLine(CAMPAIGN_WORK, spec, WHOLE));
    this.job = new Job({
      now,
      workers,
      publishMs: PUBLISH_MS,
      amounts: () => ({ done: this.tally.tally.runs, all: spec.runs }),
      publish: (state, runsDone) => this.publish(state, runsDone),
    });
  }

  start(source: WorkerSource, workers: number): void {
    const { spec, job } = this;
    job.start(() =>
      startPool(
        spec,
        { source, workers },
        {
          onBlock: (block) => this.take(block),
          onProgress: (runs) => job.progress(runs),
          onFailed: (problems) => job.stop('failed', problems),
        },
      ),
    );
  }

  /** Ends the workers, and nothing else. */
  end(): void {
    this.job.end();
  }

  cancel(): void {
    this.job.stop('cancelled');
  }

  private take(block: BlockResult): void {
    if (!this.job.isRunning) return;
    for (const counted of this.tally.add(block)) this.lines.add(blockLines(counted));
    // It may stop early.
    if (this.tally.isDone()) this.job.stop('done');
    else this.job.took();
  }

  file(): Blob | null {
    const { tally } = this;
    if (tally.counted() === 0) return null;
    // A file without its end is one that was cut: whole as far as it goes.
    const { runs } = tally.tally;
    const end = { blocks: tally.counted(), runs, stoppedEarly: tally.stoppedEarly() };
    return this.lines.file(tally.isDone() ? [endLine(end)] : []);
  }

  private publish(state: JobState, runsDone: number): void {
    const { spec, tally } = this;
    const report = tally.tally.runs === 0 ? null : this.report();
    this.show({ ...state, spec, runsDone, report });
  }

  private report(): CampaignReport {
    const { spec, tally } = this;
    const stoppedEarly = tally.stoppedEarly();
    const missing = stoppedEarly
      ? []
      : missingRuns(CAMPAIGN_WORK, spec, (block) => block < tally.counted());
    return campaignReport(spec, tally.tally, { missing, stoppedEarly });
  }
}

/**
 * The lines of a campaign file. They are handed to the browser in parts, which it may put on disk, so
 * that the page's own memory does not grow with the number of runs.
 */
class FileLines {
  private readonly parts: Blob[] = [];
  private text: string;
  private blocks = 0;

  constructor(header: string) {
    this.text = `${header}\n`;
  }

  add(lines: readonly string[]): void {
    this.text += `${lines.join('\n')}\n`;
    if (++this.blocks % BLOCKS_PER_PART > 0) return;
    this.parts.push(new Blob([this.text]));
    this.text = '';
  }

  file(last: readonly string[]): Blob {
    const end = last.map((line) => `${line}\n`).join('');
    return new Blob([...this.parts, this.text, end], { type: 'application/x-ndjson' });
  }
}
