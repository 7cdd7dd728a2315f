import { expect, it } from 'vitest';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { CHANGE_OPTIONS, changeScenario } from './change-scenario.ts';
import { NODE_IO } from './node-io.ts';
import { readArguments } from './options.ts';

function changed(...typed: string[]): ReturnType<typeof changeScenario> {
  const args = readArguments(typed, CHANGE_OPTIONS);
  return args.ok ? changeScenario(defaultScenario(), args.value, NODE_IO.files) : args;
}

it('changes protection and flow, and leaves what is not named', () => {
  const typed = ['--comparison', 'full', '--split-recovery=what-if', '--watchdog', '100000'];
  const result = changed(...typed, '--flow', 'data_dies=0.8', '--flow', 'page_hang=1e-3');
  expect(result.ok && result.value).toMatchObject({
    title: defaultScenario().title,
    protection: {
      comparison: 'full',
      noMajority: 'prototype',
      splitRecovery: 'what-if',
      watchdog: 100_000,
      memoryIsolation: false,
    },
    flow: { data_dies: 0.8, page_hang: 0.001 },
  });
});

it('lets a later option take an earlier one back', () => {
  const typed = ['--watchdog', '5000', '--watchdog', 'off', '--memory-isolation', 'on'];
  const result = changed(...typed, '--no-majority', 'strict');
  expect(result.ok && result.value.protection).toMatchObject({
    watchdog: null,
    memoryIsolation: true,
    noMajority: 'strict',
  });
});

it.each([
  [['--comparison', 'fll'], '--comparison must be prototype or full, but is "fll"; did you mean'],
  [['--no-majority', 'lax'], '--no-majority must be prototype or strict'],
  [['--split-recovery', ''], '--split-recovery must be prototype or what-if'],
  [['--memory-isolation', 'yes'], '--memory-isolation must be on or off, but is "yes"'],
  [['--watchdog', '999'], '--watchdog must be off or a whole number of instructions from 1000'],
  [['--watchdog', '1e6'], '--watchdog must be off or a whole number'],
  [['--flow', 'data_dies'], '--flow must be name=probability'],
  [['--flow', 'data_dies=-1'], '--flow must be name=probability'],
])('refuses %j', (typed, message) => {
  const result = changed(...typed);
  expect(result.ok ? '' : result.error).toContain(message);
});
