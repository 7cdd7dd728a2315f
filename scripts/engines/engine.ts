export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A browser with one window of 1440 x 900, driven by what every engine offers. */
export interface Engine {
  /** Name and version, as the browser itself says. */
  readonly title: string;
  /** Loads an address, and is there when the page has loaded. */
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page that returns a string. */
  ask(body: string): Promise<string>;
  /** Presses a key by its name in the DOM, such as `x` or `ArrowRight`. */
  press(key: string): Promise<void>;
  click(at: Point): Promise<void>;
  /** The window as a PNG. */
  picture(): Promise<Buffer>;
  /** Errors that the page has logged or thrown so far. */
  problems(): readonly string[];
  close(): Promise<void>;
}

export const SIZE = { width: 1440, height: 900 } as const;

/** Loads the page with everything in it, also where only the part behind `#` differs. */
export async function load(engine: Engine, url: string): Promise<void> {
  await engine.open('about:blank');
  await engine.open(url);
}
