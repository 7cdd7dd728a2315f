/**
 * Known vulnerabilities of the packages that the page is made of: `npm run audit`. Grave ones fail; a
 * service that does not answer is said, and fails nothing, as it says nothing about the packages.
 */
import { spawnSync } from 'node:child_process';

import { auditVerdict } from '../src/testing/audit.ts';

/** Long enough for npm to try twice. */
const PATIENCE_MS = 60_000;

function main(): number {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=20000'];
  const { stdout } = spawnSync('npm', args, {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    shell: process.platform === 'win32',
  });
  const verdict = auditVerdict(stdout ?? '');
  if (verdict.kind === 'no-answer') {
    console.log(`The audit service did not answer, so nothing is known: ${verdict.why}.`);
    return 0;
  }
  const { grave, others } = verdict;
  console.log(
    `Packages of the page with known vulnerabilities: ${grave.length} grave, ${others} others.`,
  );
  for (const name of grave) console.error(`  ${name}`);
  if (grave.length > 0) console.error('“npm audit --omit=dev” says what to do about them.');
  return grave.length === 0 ? 0 : 1;
}

process.exitCode = main();
