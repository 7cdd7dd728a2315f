// Prints "PASSED FAILED" for the unit and end-to-end tests whose JSON reports lie in a folder.
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

/** A file that breaks before its first test counts as one failure. */
function countUnit(report) {
  const totals = { passed: 0, failed: 0 };
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    totals.passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
    totals.failed += file.status === 'failed' ? Math.max(failed, 1) : failed;
  }
  return totals;
}

/** Errors outside any test (a spec that does not load, no server) are failures too. */
function countEndToEnd({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

function count(folder, name, countReport) {
  const report = readReport(folder, name);
  const totals = report === undefined ? { passed: 0, failed: 0 } : countReport(report);
  // No report or no test at all means that the run itself went wrong.
  return totals.passed + totals.failed === 0 ? { passed: 0, failed: 1 } : totals;
}

const folder = process.argv[2] ?? 'reports';
const unit = count(folder, 'unit.json', countUnit);
const endToEnd = count(folder, 'e2e.json', countEndToEnd);
console.log(`${unit.passed + endToEnd.passed} ${unit.failed + endToEnd.failed}`);
