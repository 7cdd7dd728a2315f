// Prints "PASSED FAILED SKIPPED" for what was run and has left its JSON reports in a folder:
// `count-tests.mjs FOLDER unit e2e`.
// Plain JavaScript without packages, so that it also works when the installation has failed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function readReport(folder, name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

const COUNT = {
  /** A file that breaks before its first test counts as one failure. */
  unit: (report) => {
    const totals = { passed: 0, failed: 0 };
    for (const file of report.testResults) {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
      totals.passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
      totals.failed += file.status === 'failed' ? Math.max(failed, 1) : failed;
    }
    return totals;
  },
  /** Errors outside any test (a spec that does not load, no server) are failures too. */
  e2e: ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }),
  engines: (report) => report,
};

/** No report, or nothing in it, means that the run itself went wrong. */
function count(folder, name) {
  const report = readReport(folder, `${name}.json`);
  const { passed, failed, skipped = 0 } = report === undefined ? NOTHING : COUNT[name](report);
  return passed + failed + skipped === 0 ? { ...NOTHING, failed: 1 } : { passed, failed, skipped };
}

const [folder = 'reports', ...names] = process.argv.slice(2);
const all = names.map((name) => count(folder, name));
const sum = (what) => all.reduce((total, { [what]: more }) => total + more, 0);
console.log(`${sum('passed')} ${sum('failed')} ${sum('skipped')}`);
