import type { Band } from './bands.ts';
import { bandOf } from './bands.ts';
import { equalData } from '../../base/equal.ts';
import type { EnergyWeights, Measure, MetricName } from './metrics.ts';
import { DEFAULT_WEIGHTS, valueOf } from './metrics.ts';
import type { SweepPoints } from './points.ts';
import type { PointResult, PointResults, RunFigures, SweepSpec } from './spec.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Breakdown } from '../../run/recording.ts';

/** What is expected of the runs of a point before they are simulated, such as by a closed form. Plain JSON. */
export interface PreviewFigures {
  readonly point: number;
  /** One for each variant; `null` = nothing can be said. */
  readonly figures: readonly (RunFigures | null)[];
}

/** A value to draw, and on what it rests. */
export interface Estimate {
  readonly value: number;
  readonly basis: 'simulated' | 'preview';
}

/**
 * The results of a sweep as far as there are any. Points come in any order; whatever is asked of it
 * holds for what is there, so a picture can be drawn at any time.
 */
export class SweepTable {
  readonly layout: SweepPoints;
  /** Changes with every point added. */
  version = 0;
  /** Of the energy proxy. */
  private weights: EnergyWeights;
  private readonly previews = new Map<number, readonly (RunFigures | null)[]>();
  private readonly results = new Map<number, readonly PointResult[]>();
  private readonly numbers = new Map<string, number>();

  constructor(layout: SweepPoints) {
    this.layout = layout;
    this.weights = layout.spec.energyWeights ?? DEFAULT_WEIGHTS;
    for (const { point, at } of layout.points) this.numbers.set(at.join(), point);
  }

  add({ point, results }: PointResults): void {
    this.results.set(point, results);
    this.version++;
  }

  /** `metric` with the weights of the sweep. */
  measureOf(metric: MetricName): Measure {
    return { metric, weights: this.weights };
  }

  /** Judges the same runs by other weights. */
  weigh(weights: EnergyWeights): void {
    if (equalData(weights, this.weights)) return;
    this.weights = weights;
    this.version++;
  }

  /** The sweep with the weights by which it is judged. */
  get spec(): SweepSpec {
    const { energyWeights = DEFAULT_WEIGHTS, ...rest } = this.layout.spec;
    if (equalData(energyWeights, this.weights)) return this.layout.spec;
    const isUsual = equalData(this.weights, DEFAULT_WEIGHTS);
    return isUsual ? rest : { ...rest, energyWeights: this.weights };
  }

  addPreview({ point, figures }: PreviewFigures): void {
    this.previews.set(point, figures);
    this.version++;
  }

  /** Points done. */
  get done(): number {
    return this.results.size;
  }

  has(point: number): boolean {
    return this.results.has(point);
  }

  /** Is there a result, or a preview of some variant? */
  knows(point: number): boolean {
    return this.has(point) || this.previewAt(point).some((figures) => figures !== null);
  }

  /** The preview of a point, by variant; empty where there is none. */
  previewAt(point: number): readonly (RunFigures | null)[] {
    return this.previews.get(point) ?? [];
  }

  /** What was expected of a variant at a point; `null` = nothing. */
  previewOf(point: number, variant: number, measure: Measure): number | null {
    const figures = this.previewAt(point)[variant] ?? null;
    return figures === null ? null : valueOf(figures, measure);
  }

  /** All runs of a point; empty while it is not done. */
  runsOf(point: number): readonly PointResult[] {
    return this.results.get(point) ?? [];
  }

  /** Numbers of the points done, in order of their turn. */
  get donePoints(): readonly number[] {
    return [...this.results.keys()].toSorted((a, b) => a - b);
  }

  /** The number of the point at a position, one index per axis. */
  pointAt(at: readonly number[]): number {
    return this.numbers.get(at.join()) ?? -1;
  }

  /** Figures of each seed of a variant at a point. */
  figuresOf(point: number, variant: number): readonly RunFigures[] {
    return this.runsOf(point)
      .filter((run) => run.variant === variant)
      .map(({ figures }) => figures);
  }

  /** The values of a variant at a point, one per seed; `null` where the run ended early. */
  valuesOf(point: number, variant: number, measure: Measure): readonly (number | null)[] {
    return this.figuresOf(point, variant).map((figures) => valueOf(figures, measure));
  }

  /** The band over seeds; `null` = not done, or no run came to its end. */
  bandOf(point: number, variant: number, measure: Measure): Band | null {
    return bandOf(this.valuesOf(point, variant, measure));
  }

  /** The median where the point is simulated, else what the preview says, if there is one. */
  estimateOf(point: number, variant: number, measure: Measure): Estimate | null {
    if (this.has(point)) {
      const band = this.bandOf(point, variant, measure);
      return band === null ? null : { value: band.median, basis: 'simulated' };
    }
    const value = this.previewOf(point, variant, measure);
    return value === null ? null : { value, basis: 'preview' };
  }

  /** The row of a stacked chart: mean cycles per part over apps, replicas and seeds; `null` = not done. */
  partsOf(point: number, variant: number): Breakdown | null {
    const all = this.figuresOf(point, variant);
    if (all.length === 0) return null;
    const means = PARTS.map((part) => [
      part,
      all.reduce((sum, { breakdown }) => sum + breakdown[part], 0) / all.length,
    ]);
    return Object.fromEntries(means) as Breakdown;
  }
}
