import { expect, it } from 'vitest';
import type { Finding } from '../../analysis/invariants/finding.ts';
import { SMALL, type } from '../testing.ts';
import { sayFindings } from './validate.ts';

const finding = { id: 4, name: 'every message is delivered once', applies: true } as const;
const invariants: Finding[] = [
  { ...finding, ok: false, details: ['message 7 is lost'] },
  { ...finding, id: 9, name: 'faults', ok: true, applies: false, details: ['the run has none'] },
];

/** What is said of those findings, on which stream, and the exit status. */
function said(json: boolean): { status: number; out: string; error: string } {
  let [out, error] = ['', ''];
  const status = sayFindings({ kernelSteps: 12, digest: 'c0de', invariants }, json, {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  });
  return { status, out, error };
}

it('finds nothing to blame in a run of the kernel', () => {
  const typed = type(['validate', 'small.json'], { 'small.json': SMALL });
  expect(typed.status).toBe(0);
  expect(typed.error).toBe('');
  expect(typed.out).toContain('holds');
});

it('names what fails on standard error and ends with 1', () => {
  const { status, out, error } = said(false);
  expect(status).toBe(1);
  expect(error).toBe('invariant 4 fails: every message is delivered once\n');
  expect(out).toContain('FAILS  4. every message is delivered once\n          message 7 is lost');
});

it('says so in JSON too', () => {
  const { status, out } = said(true);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false, invariants });
});
