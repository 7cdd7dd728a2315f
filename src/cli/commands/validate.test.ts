import { expect, it, vi } from 'vitest';
import type { Finding } from '../../analysis/invariants/finding.ts';
import { SMALL, type } from '../testing.ts';

const finding = { id: 4, name: 'every message is delivered once', applies: true } as const;
const findings: Finding[] = [
  { ...finding, ok: false, details: ['message 7 is lost'] },
  { ...finding, id: 9, name: 'faults', ok: true, applies: false, details: ['the run has none'] },
];
vi.mock('../../analysis/invariants/check.ts', () => ({ checkInvariants: () => findings }));

it('names what fails on standard error and ends with 1', () => {
  const typed = type(['validate', 'small.json'], { 'small.json': SMALL });
  expect(typed.status).toBe(1);
  expect(typed.error).toBe('invariant 4 fails: every message is delivered once\n');
  expect(typed.out).toContain(
    'FAILS  4. every message is delivered once\n          message 7 is lost',
  );
});

it('says so in JSON too', () => {
  const typed = type(['validate', 'small.json', '--json'], { 'small.json': SMALL });
  expect(typed.status).toBe(1);
  expect(JSON.parse(typed.out)).toMatchObject({ ok: false, invariants: findings });
});
