/** What is known of the vulnerabilities of the packages that the page is made of. */
export type AuditVerdict =
  | { readonly kind: 'answered'; readonly grave: readonly string[]; readonly others: number }
  /** The advisory service did not answer, which says nothing about the packages. */
  | { readonly kind: 'no-answer'; readonly why: string };

const GRAVE = new Set(['high', 'critical']);

/** Reads what `npm audit --json` writes. */
export function auditVerdict(output: string): AuditVerdict {
  let json: unknown;
  try {
    json = JSON.parse(output);
  } catch {
    return { kind: 'no-answer', why: 'npm audit wrote no report' };
  }
  const report = json as Readonly<Record<string, unknown>> | null;
  const found = report?.['vulnerabilities'];
  if (typeof found !== 'object' || found === null) {
    const why = report?.['message'];
    return { kind: 'no-answer', why: typeof why === 'string' ? why : 'npm audit wrote no report' };
  }
  const all = Object.entries(found as Readonly<Record<string, { readonly severity?: unknown }>>);
  const grave = all
    .filter(([, { severity }]) => GRAVE.has(String(severity)))
    .map(([name, { severity }]) => `${name} (${String(severity)})`);
  return { kind: 'answered', grave, others: all.length - grave.length };
}
