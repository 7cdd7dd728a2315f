/** A pointer over a picture; x and y in CSS px from its upper left corner. */
export interface PicturePointer {
  /** `double` comes after the second `up` of a double click. */
  readonly phase: 'down' | 'move' | 'up' | 'leave' | 'double';
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Is a button or a finger down? */
  readonly pressed: boolean;
  /** Is the Shift key down? */
  readonly shift?: boolean;
}

/** A wheel turn over a picture; deltas in CSS px whatever the device reports. */
export interface PictureWheel {
  readonly x: number;
  readonly deltaX: number;
  readonly deltaY: number;
  /** Ctrl+wheel, and what a trackpad reports for a pinch. */
  readonly zoom: boolean;
  /** Does the picture's surroundings scroll up and down? */
  readonly scrolls: boolean;
}

/**
 * What a `CanvasHost` shows: it paints when asked and reacts to what the host hears. It knows neither
 * React nor the page.
 */
export interface Picture {
  /** Number of canvases over each other; layer 0 is the lowest. */
  readonly layers: number;
  /** Begins; `invalidate` asks for `paint` of that layer in the next frame. Returns the end. */
  attach(invalidate: (layer: number) => void): () => void;
  /** The host's width in CSS px, before the first paint and whenever it changes. */
  resize(width: number): void;
  /** Paints one layer; the context is scaled so that one unit is one CSS px. */
  paint(layer: number, ctx: CanvasRenderingContext2D): void;
  pointer(pointer: PicturePointer): void;
  /** Returns whether it used the turn; else the page scrolls. */
  wheel(wheel: PictureWheel): boolean;
}
