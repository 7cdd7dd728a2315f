/*
 * Columns double when they are full. In the end a column that is at least half full stays where it
 * is and is only shown cut to size: the rest of its buffer is address space that was never touched.
 */

type TypedArray = Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;

/** A copy of `array` with room for `capacity` >= its length elements. */
export function resized<T extends TypedArray>(array: T, capacity: number): T {
  const Constructor = array.constructor as new (length: number) => T;
  const larger = new Constructor(capacity);
  larger.set(array);
  return larger;
}

/** The first `length` elements of `array`, copied only where most of it would be kept unused. */
export function cut<T extends TypedArray>(array: T, length: number): T {
  return (length * 2 < array.length ? array.slice(0, length) : array.subarray(0, length)) as T;
}

/** The next capacity above `length`. */
export function grown(length: number): number {
  return length * 2;
}
