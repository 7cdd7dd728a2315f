import { createElement, lazy } from 'react';
import type { ComponentType, FunctionComponent, LazyExoticComponent } from 'react';

/** How often a person has asked to try again what had failed. */
let attempts = 0;

/** From now on, parts whose code did not come are fetched again when they are next drawn. */
export function tryPartsAgain(): void {
  attempts += 1;
}

/**
 * A component whose code comes when it is first drawn. React's own `lazy` remembers for good that code
 * did not come; this forgets it when the person tries again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): FunctionComponent<Props> {
  let failed = false;
  const begin = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        failed = true;
        throw error;
      }
    });
  let part = begin();
  let begunAt = attempts;
  return function LazyPart(props) {
    if (failed && begunAt !== attempts) {
      failed = false;
      begunAt = attempts;
      part = begin();
    }
    begunAt = attempts;
    return createElement(part as ComponentType<Props>, props);
  };
}
