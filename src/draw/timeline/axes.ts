import { eventColumns } from './event-columns.ts';
import type { EventColumns } from './event-columns.ts';
import { eventScale } from './event-scale.ts';
import { gapScale } from './gap-scale.ts';
import { gapsOf } from './gaps.ts';
import type { Gaps } from './gaps.ts';
import type { TimelineSource } from './layout.ts';
import { linearScale } from './scale.ts';
import type { TimeScale, Window } from './scale.ts';

/** How time runs on the axis: evenly, evenly without the gaps, or column by column. */
export interface AxisChoice {
  readonly axis: 'time' | 'event';
  /** Only for the time axis. */
  readonly closeGaps: boolean;
}

/** The axes of one run; what an axis needs is made once, when it is first asked for. */
export class Axes {
  private readonly source: Pick<TimelineSource, 'plan' | 'recording' | 'bracketApp'>;
  private foundGaps: Gaps | undefined;
  private foundColumns: EventColumns | undefined;

  constructor(source: Pick<TimelineSource, 'plan' | 'recording' | 'bracketApp'>) {
    this.source = source;
  }

  /** The scale for `window` over `width` CSS px. */
  scale(choice: AxisChoice, window: Window, width: number): TimeScale {
    const { recording } = this.source;
    const end = Math.max(recording.summary.totalCycles, 1);
    if (choice.axis === 'event') return eventScale(this.columns, window, width);
    if (!choice.closeGaps) return linearScale(window, width, end);
    return gapScale({ gaps: this.gaps, end }, window, width);
  }

  private get gaps(): Gaps {
    return (this.foundGaps ??= gapsOf(this.source.plan, this.source.recording));
  }

  /** The columns of the event axis. */
  get columns(): EventColumns {
    const { recording, bracketApp } = this.source;
    return (this.foundColumns ??= eventColumns(recording, bracketApp));
  }
}
