import { use, useEffect, useState } from 'react';
import type { ComponentType, FunctionComponent } from 'react';

import { Part, Waiting } from './Part.tsx';

/** How often a person has asked to try again what had failed. */
let attempts = 0;

/** From now on, parts whose code did not come are fetched again when they are next drawn. */
export function tryPartsAgain(): void {
  attempts += 1;
}

/** A component whose code comes when it is first drawn. */
export interface LazyPart<Props extends object> extends FunctionComponent<Props> {
  /** Fetches the code in advance; is over when it has come or failed. */
  readonly load: () => Promise<void>;
  readonly isHere: () => boolean;
}

interface Failure {
  readonly error: unknown;
  readonly attempt: number;
}

/**
 * A component whose code comes when it is first drawn; until then, what its `Part` says stands in its place,
 * and if it does not come it throws. React's own `lazy` remembers for good that code did not come, and once
 * something stands in its place it keeps that for 300 ms although the code is there.
 */
export function lazyPart<Props extends object>(
  fetchCode: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let code: ComponentType<Props> | null = null;
  let failure: Failure | null = null;
  let coming: Promise<void> | null = null;

  async function fetchOnce(): Promise<void> {
    const attempt = attempts;
    try {
      code = await fetchCode();
    } catch (error) {
      failure = { error, attempt };
    }
    coming = null;
  }

  function load(): Promise<void> {
    if (code !== null || failure?.attempt === attempts) return Promise.resolve();
    failure = null;
    coming ??= fetchOnce();
    return coming;
  }

  function LazyPart(props: Props) {
    const waiting = use(Waiting);
    const [come, setCome] = useState(code !== null);
    useEffect(() => {
      let drawn = true;
      if (!come) void load().then(() => drawn && setCome(true));
      return () => {
        drawn = false;
      };
    }, [come]);
    if (!come) return waiting;
    const Code = code;
    if (Code === null) throw failure?.error;
    return (
      <Part>
        <Code {...props} />
      </Part>
    );
  }
  return Object.assign(LazyPart, { load, isHere: () => code !== null });
}
