import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the machine-readable results; unset for people. */
const reports = process.env['WATCHMEN_REPORTS'];

export default defineConfig({
  test: {
    environment: 'node',
    // No room has state of its own, so tests can share what is loaded: that halves their time.
    isolate: false,
    pool: 'threads',
    // Left to itself, it keeps one processor free: half of a machine with two.
    maxWorkers: '100%',
    // Whole runs and hundreds of random ones on a busy two-core machine; nothing waits longer than it must.
    testTimeout: 120_000,
    include: ['src/**/*.test.ts'],
    reporters:
      reports === undefined
        ? ['default']
        : ['default', ['json', { outputFile: `${reports}/unit.json` }]],
  },
});
