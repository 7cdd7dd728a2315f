import { msg, t } from '../../base/language.ts';
import { isOwnProfileId } from '../../workload/own-id.ts';
import { DEFAULT_DRIVER } from '../../workload/driver-spec.ts';
import type { AppSpec, WorkloadSpec } from '../../scenario/scenario.ts';
import type { WorkloadEntry } from '../../store/state.ts';

const VARIANTS: Readonly<Record<string, string>> = {
  'l4re-4k': msg('4 KiB pages'),
  'l4re-64k': msg('64 KiB pages'),
  'l4re-4m': msg('4 MiB pages'),
  'l4re-ipc256': msg('256-byte reads'),
  linux: msg('Linux trace'),
};

/** `crc32-large, 4 KiB pages`: a workload in a list. */
export function entryName({ name, variant }: Pick<WorkloadEntry, 'name' | 'variant'>): string {
  const known = VARIANTS[variant];
  return `${name}, ${known === undefined ? variant : t(known)}`;
}

/** The group of programs that the person has imported; a message. */
export const OWN_GROUP = msg('Yours');

/** Entries by program, in the order of the list; the person's own in one group. */
export function groupByTitle(
  entries: readonly WorkloadEntry[],
): readonly (readonly [title: string, members: readonly WorkloadEntry[]])[] {
  const groups = new Map<string, WorkloadEntry[]>();
  for (const entry of entries) {
    const title = entry.own === true ? OWN_GROUP : entry.title;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [entry]);
    else group.push(entry);
  }
  return [...groups];
}

/** Short name of any workload. */
export function workloadName(workload: WorkloadSpec): string {
  if (workload.kind !== 'profile')
    return {
      periodic: t('periodic'),
      random: t('random'),
      phases: t('phases'),
      driver: t('device driver'),
      segments: t('own segments'),
    }[workload.kind];
  if (isOwnProfileId(workload.id)) return t('a program of yours');
  const dot = workload.id.lastIndexOf('.');
  return entryName({ name: workload.id.slice(0, dot), variant: workload.id.slice(dot + 1) });
}

/** Short name of what an app runs; a program of the person's own is called as the app is. */
export function programName({ workload, name }: AppSpec): string {
  const own = workload.kind === 'profile' && isOwnProfileId(workload.id);
  return own ? name : workloadName(workload);
}

/** What a choice in the list means; `current` keeps its figures when its kind is chosen again. */
export function workloadOf(choice: string, current: WorkloadSpec): WorkloadSpec {
  if (choice === current.kind) return current;
  if (choice === 'periodic') {
    return { kind: 'periodic', events: 1000, instructions: 100_000, trap: 'syscall' };
  }
  if (choice === 'random') {
    return { kind: 'random', events: 1000, instructions: 100_000, pagefaultShare: 0.5, seed: 1 };
  }
  if (choice === 'phases') {
    return {
      kind: 'phases',
      phases: [
        {
          events: 1000,
          gap: { kind: 'exponential', mean: 100_000 },
          traps: [{ trap: 'syscall', weight: 1 }],
        },
      ],
      seed: 1,
    };
  }
  if (choice === 'driver') return { kind: 'driver', ...DEFAULT_DRIVER };
  return choice === 'segments' ? current : { kind: 'profile', id: choice };
}

/** The choice that `workload` is in the list. */
export function choiceOf(workload: WorkloadSpec): string {
  return workload.kind === 'profile' ? workload.id : workload.kind;
}
