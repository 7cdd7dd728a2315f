import { expect, it, vi } from 'vitest';

import { lateCode } from './late-code.ts';

it('holds nothing until it is asked to load', () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('code'));
  expect(lateCode(load).get()).toBeNull();
  expect(load).not.toHaveBeenCalled();
});

it('loads once, tells who listens, and holds what has come', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('code'));
  const told = vi.fn<() => void>();
  const gone = vi.fn<() => void>();
  const late = lateCode(load);
  late.subscribe(told);
  late.subscribe(gone)();
  await Promise.all([late.load(), late.load()]);
  expect(load).toHaveBeenCalledOnce();
  expect(late.get()).toBe('code');
  expect(told).toHaveBeenCalledOnce();
  expect(gone).not.toHaveBeenCalled();
});

it('says that the code has failed to come, and tries again when it is asked for again', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve('code')];
  const late = lateCode(() => answers.shift() ?? Promise.resolve('more'));
  const told = vi.fn<() => void>();
  late.subscribe(told);
  await late.load();
  expect([late.get(), late.hasFailed()]).toEqual([null, true]);
  expect(told).toHaveBeenCalledOnce();
  await late.load();
  expect([late.get(), late.hasFailed()]).toEqual(['code', false]);
});
