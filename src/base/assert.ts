/** Thrown when the program itself is wrong; never for bad input, which is a `Result`. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Stops with `message` unless `condition` holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** Ends a `switch` over a union: the compiler refuses it while a member is not handled. */
export function assertUnreachable(value: never): never {
  throw new AssertionError(`unhandled case: ${JSON.stringify(value)}`);
}
