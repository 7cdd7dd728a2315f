import type { EventKind } from '../../kernel/events.ts';

/** Event kinds by what they are about, in the order of an externalization event. */
export const STEP_GROUPS = {
  trap: ['trap', 'trap-entered', 'native-served'],
  signal: [
    'ipi-arrived',
    'ipi-handled',
    'entered',
    'switched-in',
    'migrate-sent',
    'call-built',
    'call-sent',
    'call-taken',
    'wait-entered',
    'handshake-sent',
    'posted',
    'post-visible',
    'post-seen',
  ],
  compare: ['warmed-up', 'summed', 'compared'],
  handle: ['device-interrupt', 'handled', 'state-put', 'state-got', 'woken', 'reentered'],
  resume: [
    'left',
    'gdt-updated',
    'notify-sent',
    'released',
    'release-visible',
    'release-seen',
    'woke-up',
    'resumed',
  ],
  turns: ['switched-to', 'slice-ended', 'yielded'],
  fault: ['fault-injected', 'recovered'],
} as const satisfies Readonly<Record<string, readonly EventKind[]>>;

/** Name of a group of event kinds. */
export type StepGroup = keyof typeof STEP_GROUPS;
