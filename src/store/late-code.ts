/**
 * Code without which the first picture is whole, such as what stands in a closed menu. It comes right
 * behind that picture; unlike a lazy component it is then there at once, without a moment of nothing.
 */
export interface LateCode<T> {
  /** `null` until it is there. */
  readonly get: () => T | null;
  /** Did it fail to come? Asking again tries again. */
  readonly hasFailed: () => boolean;
  /** Is over when it has come or failed. */
  readonly load: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Code that `load` fetches, once. */
export function lateCode<T>(load: () => Promise<T>): LateCode<T> {
  let code: T | null = null;
  let failed = false;
  let coming: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const fetchOnce = async (): Promise<void> => {
    try {
      code = await load();
      failed = false;
    } catch {
      failed = true;
      coming = null;
    }
    for (const listener of listeners) listener();
  };
  return {
    get: () => code,
    hasFailed: () => failed,
    load: () => (coming ??= fetchOnce()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Hands on what `late` holds: at once where it is there, else when it has come; `null` where it has not. */
export function withCode<T>(late: LateCode<T>, then: (code: T | null) => void): void {
  const code = late.get();
  if (code === null) void late.load().then(() => then(late.get()));
  else then(code);
}

/** Code that was there from the start. */
export function presentCode<T>(code: T): LateCode<T> {
  return {
    get: () => code,
    hasFailed: () => false,
    load: () => Promise.resolve(),
    subscribe: () => () => {},
  };
}
