import fc from 'fast-check';
import { expect, it } from 'vitest';
import { record } from '../run/record.ts';
import { arbitraryFaulty } from '../testing/arbitrary-faults.ts';
import { faultOf, runFaulty } from '../testing/fault-runs.ts';
import { crafted } from '../testing/plans.ts';
import type { IncidentRow } from './incidents.ts';
import { incidentRow, incidentsToCsv, incidentsToJsonl } from './incidents.ts';

it('says the same in CSV and JSON Lines, without a field that needs quotes', () => {
  fc.assert(
    fc.property(arbitraryFaulty(), ({ plan }) => {
      const { incidents } = record(plan);
      const [head, ...rows] = incidentsToCsv(incidents);
      const objects = [...incidentsToJsonl(incidents)].map(
        (line) => JSON.parse(line) as IncidentRow,
      );
      expect(objects).toEqual(incidents.map(incidentRow));
      expect(rows).toEqual(objects.map((row) => Object.values(row).join(',')));
      for (const row of rows) expect(row.split(',')).toHaveLength(head.split(',').length);
    }),
    { numRuns: 60 },
  );
});

it('writes indices as words', () => {
  const { recording } = runFaulty({
    apps: [{ signalling: 'migration', redundancy: 2, workload: crafted('syscall', 4) }],
    faults: faultOf({ target: 'gpr', register: 'sp', bit: 4, fate: 'trap' }),
  });
  const rows = [...incidentsToCsv(recording.incidents)].map((row) => row.replace(/^\d+,\d+,/, ''));
  expect(rows[1]).toBe('injected,0,1,1,0,sp,0,0x00000010,');
  expect(rows[2]).toMatch(/^spread,0,1,1,0,ip,0,0x[\da-f]{8},sp$/);
  expect(rows[3]).toMatch(/^wrong-trap,0,1,1,,,,,(pagefault|exception)$/);
  expect(rows.slice(4)).toEqual(['mismatch,0,,1,,,,,', 'stopped,0,,1,,,,,fail-stop']);
});
