/*
 * Whole runs for tests of the rooms below `run`: they look at a run through its recording, as
 * everybody does, without importing a room above their own.
 */
export { measure, record } from '../run/record.ts';
export type { Recording } from '../run/recording.ts';
