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

it('throws what kept the code from coming where it would be shown', async () => {
  const late = lateCode(() => Promise.reject(new Error('offline')));
  await late.load();
  expect(() => late.get()).toThrow('offline');
});
