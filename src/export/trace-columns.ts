/** Fields of one kernel step in exported traces, in order; the names are part of the format. */
export const TRACE_FIELDS = ['step', 'time', 'kind', 'core', 'app', 'replica', 'arg'] as const;
