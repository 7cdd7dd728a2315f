import { readFileSync } from 'node:fs';

import type { Engine } from './engine.ts';

const IN_PAGE = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');
/** What is not there within this time will not come. */
const PATIENCE = 60_000;
const PAUSE = 50;

/** What the page shows of an instant. */
export interface Shown {
  readonly digest: string;
  readonly step: number;
  readonly link: string;
}

/** Evaluates an expression that may use the `visit` of `in-page.js`. */
export async function look<T>(engine: Engine, expression: string): Promise<T> {
  const text = await engine.ask(`${IN_PAGE}\nreturn JSON.stringify(${expression} ?? null);`);
  return JSON.parse(text) as T;
}

/** Waits until an expression is neither null nor false, and gives it. */
export async function waitFor<T>(engine: Engine, what: string, expression: string): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const value = await look<T | null | false>(engine, expression);
    if (value !== null && value !== false) return value;
    if (Date.now() > until) throw new Error(`waited a minute for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** What the page shows once it has nothing left to do. */
export function idle(engine: Engine): Promise<Shown> {
  return waitFor(engine, 'the page to be idle', 'visit.shown()');
}

/** Clicks what has this name once a pointer reaches it, and waits for the page. */
export async function click(engine: Engine, selector: string, name?: string): Promise<Shown> {
  const words = [selector, name].filter((word) => word !== undefined);
  const place = `visit.placeOf(${words.map((word) => JSON.stringify(word)).join(', ')})`;
  await engine.click(await waitFor(engine, words.join(' '), place));
  return idle(engine);
}

/** Complains unless two things are the same. */
export function same(what: string, is: unknown, wanted: unknown): void {
  if (is === wanted) return;
  throw new Error(`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
}
