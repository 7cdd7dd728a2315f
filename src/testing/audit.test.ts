import { describe, expect, it } from 'vitest';

import { auditVerdict } from './audit.ts';

const report = (vulnerabilities: object): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe('what npm audit says', () => {
  it('names the grave vulnerabilities and counts the others', () => {
    const found = {
      a: { severity: 'high' },
      b: { severity: 'low' },
      c: { severity: 'critical' },
      d: { severity: 'moderate' },
    };
    expect(auditVerdict(report(found))).toEqual({
      kind: 'answered',
      grave: ['a (high)', 'c (critical)'],
      others: 2,
    });
    expect(auditVerdict(report({}))).toEqual({ kind: 'answered', grave: [], others: 0 });
  });

  it('is no answer when the service gives none', () => {
    const refused = JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 });
    expect(auditVerdict(refused)).toEqual({ kind: 'no-answer', why: '405 Method Not Allowed' });
    expect(auditVerdict('').kind).toBe('no-answer');
    expect(auditVerdict('null').kind).toBe('no-answer');
    expect(auditVerdict('{"error":{"code":"ENOTFOUND"}}').kind).toBe('no-answer');
  });
});
