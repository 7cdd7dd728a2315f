/*
 * Columns that double when they are full and are cut to size in the end: at most half is unused
 * while recording, nothing afterwards.
 */

type TypedArray = Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;

/** A copy of `array` with room for `capacity` elements. */
export function resized<T extends TypedArray>(array: T, capacity: number): T {
  const Constructor = array.constructor as new (length: number) => T;
  const larger = new Constructor(capacity);
  larger.set(array.length > capacity ? (array.subarray(0, capacity) as T) : array);
  return larger;
}

/** The next capacity above `length`. */
export function grown(length: number): number {
  return length * 2;
}
