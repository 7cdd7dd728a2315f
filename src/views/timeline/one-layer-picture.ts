import { Textures } from '../../draw/textures.ts';
import type { Theme } from '../../draw/theme.ts';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';
import type { Picture, PicturePointer, PictureWheel } from './picture.ts';
import { onThemePreference, themeInForce } from './theme-in-force.ts';

/** A picture of one layer that is drawn anew with its model, its width and the theme. */
export abstract class OneLayerPicture implements Picture {
  readonly layers = 1;
  protected readonly model: TimelineModel;
  /** CSS px. */
  protected width = 0;
  private textures: { readonly theme: Theme; readonly made: Textures } | null = null;
  private ask: (layer: number) => void = () => undefined;

  constructor(model: TimelineModel) {
    this.model = model;
  }

  abstract paint(layer: number, ctx: CanvasRenderingContext2D): void;
  abstract pointer(pointer: PicturePointer): void;
  abstract wheel(wheel: PictureWheel): boolean;

  /** The model has changed: is the picture another one? */
  protected abstract isChanged(now: TimelineState, before: TimelineState): boolean;

  attach(invalidate: (layer: number) => void): () => void {
    this.ask = invalidate;
    let before = this.model.getState();
    const stopModel = this.model.subscribe(() => {
      const now = this.model.getState();
      const changed = this.isChanged(now, before);
      before = now;
      if (changed) this.redraw();
    });
    const stopTheme = onThemePreference(() => this.redraw());
    this.redraw();
    return () => {
      stopModel();
      stopTheme();
      this.ask = () => undefined;
    };
  }

  resize(width: number): void {
    this.width = width;
    this.redraw();
  }

  protected redraw(): void {
    this.ask(0);
  }

  /** The theme in force and its textures, which are made once. */
  protected look(): { readonly theme: Theme; readonly textures: Textures } {
    const theme = themeInForce(this.model.getState().theme);
    if (this.textures?.theme !== theme) this.textures = { theme, made: new Textures(theme) };
    return { theme, textures: this.textures.made };
  }
}
