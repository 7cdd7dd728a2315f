import type { Sweeps } from '../../../store/sweeps.ts';

export function useSweepDrop(_sweeps: Sweeps): void {}
