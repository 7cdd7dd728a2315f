import { createElement, useEffect, useSyncExternalStore } from 'react';
import type { FunctionComponent } from 'react';

import { useApp, useHeldRun } from './app-context.ts';

/**
 * Code without which the first picture is whole, such as what stands in a closed menu. It comes right
 * behind that picture; unlike a lazy component it is then there at once, without a moment of nothing.
 */
export interface LateCode<T> {
  /** `null` until it is there; throws what kept it from coming. */
  readonly get: () => T | null;
  readonly load: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Code that `load` fetches, once. */
export function lateCode<T>(load: () => Promise<T>): LateCode<T> {
  type Coming = { readonly code: T } | { readonly error: unknown };
  let come: Coming | null = null;
  let coming: Promise<void> | undefined;
  const listeners = new Set<() => void>();

  const settle = async (): Promise<void> => {
    try {
      come = { code: await load() };
    } catch (error) {
      come = { error };
    }
    for (const listener of listeners) listener();
  };
  return {
    get() {
      if (come === null) return null;
      if ('error' in come) throw come.error;
      return come.code;
    },
    load: () => (coming ??= settle()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What `late` holds, or `null` until it is there: fetched behind the first picture, or at once if it is `urgent`. */
export function useLateCode<T>(late: LateCode<T>, urgent = false): T | null {
  const { awaitPart } = useApp();
  const pictured = useHeldRun() !== null;
  const code = useSyncExternalStore(late.subscribe, late.get);
  const wanted = code === null && (pictured || urgent);
  useEffect(() => {
    if (!wanted) return undefined;
    void late.load();
    return awaitPart();
  }, [late, wanted, awaitPart]);
  return code;
}

/** A component of late code, `urgent` where it has something to show already; shows nothing until it is there. */
export function latePart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props & { readonly urgent?: boolean }> {
  const code = lateCode(load);
  return function LatePart({ urgent = false, ...props }) {
    const part = useLateCode(code, urgent);
    return part === null ? null : createElement(part, props as unknown as Props);
  };
}
