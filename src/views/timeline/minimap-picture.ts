import type { Cycles } from '../../base/units.ts';
import { faultColumns } from '../../draw/minimap/faults.ts';
import type { FaultColumns } from '../../draw/minimap/faults.ts';
import { trapDensity, windowRect } from '../../draw/minimap/density.ts';
import { MinimapGround, paintMinimap } from '../../draw/minimap/paint.ts';
import type { FaultIndex } from '../../draw/timeline/fault-index.ts';
import { FLAG_TALL, flagAt, noteFlags } from '../../draw/timeline/instants.ts';
import type { NoteFlag } from '../../draw/timeline/instants.ts';
import type { Window } from '../../draw/timeline/scale.ts';
import type { Recording } from '../../run/recording.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { OneLayerPicture } from './one-layer-picture.ts';
import type { PicturePointer, PictureWheel } from './picture.ts';
import { themeInForce } from './theme-in-force.ts';

/** CSS px. */
export const MINIMAP_HEIGHT = 32;

const NO_COLUMNS: FaultColumns = { bolts: [], latent: [], alarms: [], ends: [] };

/** The lanes whose window is shown: they know their axis. */
interface Lanes {
  readonly window: Window;
  readonly centreOn: (time: Cycles) => void;
  readonly zoom: (factor: number) => void;
}

/** The whole run in one strip, with the window to drag. */
export class MinimapPicture extends OneLayerPicture {
  private readonly recording: Recording;
  private readonly faults: FaultIndex;
  private readonly lanes: Lanes;
  private readonly end: Cycles;
  private readonly ground = new MinimapGround();
  private density: Float32Array = new Float32Array(0);
  private columns: FaultColumns = NO_COLUMNS;
  /** Distance from the pointer to the middle of the window while it is dragged. CSS px. */
  private grip: number | null = null;

  constructor(
    { recording, faults }: { readonly recording: Recording; readonly faults: FaultIndex },
    model: TimelineModel,
    lanes: Lanes,
  ) {
    super(model);
    this.recording = recording;
    this.faults = faults;
    this.lanes = lanes;
    this.end = Math.max(recording.summary.totalCycles, 1);
  }

  protected override isChanged(): boolean {
    return true;
  }

  override resize(width: number): void {
    if (width === this.width) return;
    this.density = trapDensity(this.recording, width);
    this.columns = faultColumns(this.faults, { end: this.end, width });
    super.resize(width);
  }

  paint(_layer: number, ctx: CanvasRenderingContext2D): void {
    if (this.width === 0) return;
    const { playhead, hiddenFrom, theme } = this.model.getState();
    const picture = {
      width: this.width,
      height: MINIMAP_HEIGHT,
      density: this.density,
      faults: this.columns,
      flags: this.flags(),
      playheadX: (playhead.time / this.end) * this.width,
      hiddenX: hiddenFrom === null ? null : (hiddenFrom.time / this.end) * this.width,
      window: this.rect(),
    };
    paintMinimap(ctx, themeInForce(theme), picture, this.ground);
  }

  pointer({ phase, x, y, pressed }: PicturePointer): void {
    if (phase === 'down') {
      const note = this.model.getState().notes[y <= FLAG_TALL ? flagAt(this.flags(), x) : -1];
      if (note !== undefined) {
        this.model.seek(note.time);
        return;
      }
      const rect = this.rect();
      const middle = rect.x + rect.width / 2;
      // Beside the window it jumps to the pointer; on it, it is held where it was grasped.
      this.grip = x >= rect.x && x <= rect.x + rect.width ? middle - x : 0;
    }
    if (this.grip !== null && (phase === 'down' || (phase === 'move' && pressed))) {
      this.centreAt(x + this.grip);
    }
    if (phase === 'up' || phase === 'leave') this.grip = null;
  }

  wheel(wheel: PictureWheel): boolean {
    if (!wheel.zoom) return false;
    this.lanes.zoom(Math.exp(-wheel.deltaY * 0.0022));
    return true;
  }

  private rect(): { readonly x: number; readonly width: number } {
    return windowRect(this.lanes.window, { end: this.end, width: this.width });
  }

  private flags(): readonly NoteFlag[] {
    const toX = (time: Cycles): number => (time / this.end) * this.width;
    return noteFlags(this.model.getState().notes, toX, this.width);
  }

  private centreAt(x: number): void {
    this.lanes.centreOn((x / Math.max(this.width, 1)) * this.end);
  }
}
