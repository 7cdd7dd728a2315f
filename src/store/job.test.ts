import { beforeEach, describe, expect, it } from 'vitest';

import { Job } from './job.ts';
import type { JobState } from './job.ts';

interface Shown extends JobState {
  readonly done: number;
}

describe('a job on the page', () => {
  let now = 0;
  let done = 0;
  let ended = 0;
  let shown: Shown[] = [];
  const last = () => shown.at(-1);
  const end = (): void => void (ended += 1);

  function jobOf(all = 10): Job {
    return new Job({
      now: () => now,
      workers: 2,
      publishMs: 250,
      amounts: () => ({ done, all }),
      publish: (state, soFar) => void shown.push({ ...state, done: soFar }),
    });
  }

  beforeEach(() => {
    [now, done, ended, shown] = [0, 0, 0, []];
  });

  it('estimates the time left from what it did itself, not from what was there', () => {
    done = 5;
    const job = jobOf();
    job.start(() => end);
    expect(last()).toMatchObject({ phase: 'running', done: 5, leftMs: null });
    [now, done] = [1000, 6];
    job.took();
    expect(last()).toMatchObject({ done: 6, leftMs: 4000, elapsedMs: 1000 });
  });

  it('counts what is under way, and never more than there is', () => {
    const job = jobOf();
    job.start(() => end);
    now = 300;
    job.progress(4);
    expect(last()?.done).toBe(4);
    [now, done] = [600, 9];
    job.progress(4);
    expect(last()?.done).toBe(10);
  });

  it('shows partial results now and then, what matters at once, and its end', () => {
    const job = jobOf();
    job.start(() => end);
    [now, done] = [100, 1];
    job.took();
    expect(shown).toHaveLength(1);
    job.took(true);
    expect(shown).toHaveLength(2);
    done = 10;
    job.took();
    expect(last()).toMatchObject({ phase: 'done', leftMs: null });
    expect(ended).toBe(1);
  });

  it('takes nothing more once it has ended', () => {
    const job = jobOf();
    job.start(() => end);
    job.stop('cancelled');
    done = 10;
    job.took();
    job.progress(3);
    job.stop('failed', [{ path: '', message: 'late' }]);
    expect(last()).toMatchObject({ phase: 'cancelled', problems: [] });
    expect(ended).toBe(1);
  });

  it('ends a pool that fails while it starts', () => {
    const job = jobOf();
    job.start(() => {
      job.stop('failed', [{ path: '', message: 'no workers' }]);
      return end;
    });
    expect(last()).toMatchObject({ phase: 'failed', problems: [{ message: 'no workers' }] });
    expect(ended).toBe(1);
  });

  it('gives way to another without a word', () => {
    const job = jobOf();
    job.start(() => end);
    job.end();
    expect(ended).toBe(1);
    expect(shown).toHaveLength(1);
    expect(job.isRunning).toBe(false);
  });
});
