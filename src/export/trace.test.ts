import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventAt } from '../run/navigate.ts';
import { record } from '../run/record.ts';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { traceToCsv } from './csv.ts';
import { traceToJsonl } from './jsonl.ts';
import { TRACE_FIELDS } from './trace-columns.ts';

it('says the same in CSV and JSON Lines: every kernel step, in order', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), ({ plan }) => {
      const { events } = record(plan);
      const [head, ...rows] = traceToCsv(events);
      const objects = [...traceToJsonl(events)].map((line) => JSON.parse(line) as object);
      expect(head).toBe(TRACE_FIELDS.join(','));
      expect(objects).toEqual(Array.from({ length: events.length }, (_, k) => eventAt(events, k)));
      expect(objects.map((row) => Object.keys(row).join(','))).toEqual(objects.map(() => head));
      expect(rows).toEqual(objects.map((row) => Object.values(row).join(',')));
    }),
    { numRuns: 8 },
  );
});
