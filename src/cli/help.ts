import type { Command } from './command.ts';

const DETAILS = `
<scenario> is the id of a preset, a JSON file, or a link (address, #fragment or fragment alone).
Options that change it: --seed N, --cost name=value (any number of them; name=value@cycle = from
that cycle on), and for its first application --workload ID or --phases FILE (a synthetic program,
see docs/workloads.md), --redundancy native|1..7, --signalling local|migration|ipc|polling.
How Romain compares and reacts: --comparison prototype|full, --no-majority prototype|strict,
--split-recovery prototype|what-if, --watchdog off|INSTRUCTIONS, --memory-isolation on|off; where
wrong values go: --flow name=probability (any number of them).

--out - writes the file to standard output, and what is said of it to standard error.

Exit status: 0 done, 1 a check failed, 2 bad usage or input (one line on standard error).
All cycles are model output; most costs are inferred, see: costs.
`;

/** Help on `commands`. */
export function helpText(commands: readonly Command[]): string {
  const entries = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.trimEnd()}\n      ${summary}\n`,
  );
  return `Usage: npm run -s watchmen -- <command>\n\n${entries.join('')}${DETAILS}`;
}
