/**
 * A seeded generator whose whole state is four plain 32-bit integers (Chris Doty-Humphrey's sfc32),
 * so it lives inside the machine, is copied with it, and gives the same bits in every engine: only
 * integer arithmetic is used, never `Math.log` and its like, whose last bit differs between engines.
 */
export type RngState = [number, number, number, number];

/** A generator for `seed` (any integer; its low 32 bits count), warmed up. */
export function createRng(seed: number): RngState {
  const state: RngState = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  for (let i = 0; i < 16; i++) nextUint32(state);
  return state;
}

/** The next 32 random bits as an integer in [0, 2^32); advances `state`. */
export function nextUint32(state: RngState): number {
  const t = (((state[0] + state[1]) | 0) + state[3]) | 0;
  state[3] = (state[3] + 1) | 0;
  state[0] = state[1] ^ (state[1] >>> 9);
  state[1] = (state[2] + (state[2] << 3)) | 0;
  state[2] = (((state[2] << 21) | (state[2] >>> 11)) + t) | 0;
  return t >>> 0;
}

/** A uniform number in [0, 1) with 32 random bits. */
export function nextUniform(state: RngState): number {
  return nextUint32(state) / 4294967296;
}

/**
 * |Z| of a standard normal Z, as the sum of twelve 16-bit uniforms less its mean (Irwin-Hall):
 * exact arithmetic, at most 6, and within 1 % of the normal law below 3.
 */
export function nextHalfNormal(state: RngState): number {
  let sum = 0;
  for (let i = 0; i < 6; i++) {
    const bits = nextUint32(state);
    sum += (bits & 0xffff) + (bits >>> 16);
  }
  return Math.abs(sum - 393210) / 65536;
}

/** ln(x) for x in (0, 1], from basic arithmetic alone so that every engine gives the same bits. */
export function portableLn(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa < 0.75) {
    mantissa *= 2;
    exponent -= 1;
  }
  // ln(m) = 2 atanh((m-1)/(m+1)); |ratio| <= 1/5, so ten terms reach double precision.
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let term = ratio;
  let sum = 0;
  for (let n = 1; n < 21; n += 2) {
    sum += term / n;
    term *= square;
  }
  return 2 * sum + exponent * Math.LN2;
}

/** An exponentially distributed number with mean 1, portable across engines. */
export function nextExponential(state: RngState): number {
  return -portableLn((nextUint32(state) + 1) / 4294967296);
}

/** e^x for -100 <= x <= 100, from basic arithmetic alone so that every engine gives the same bits. */
export function portableExp(x: number): number {
  const doublings = Math.round(x / Math.LN2);
  const rest = x - doublings * Math.LN2;
  // |rest| <= ln(2) / 2, so fifteen terms reach double precision.
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 16; n++) {
    term *= rest / n;
    sum += term;
  }
  for (let i = Math.abs(doublings); i > 0; i--) sum *= doublings < 0 ? 0.5 : 2;
  return sum;
}

/** A standard normal number, portable across engines (Marsaglia's polar method). */
export function nextNormal(state: RngState): number {
  for (;;) {
    const u = 2 * nextUniform(state) - 1;
    const v = 2 * nextUniform(state) - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * portableLn(square)) / square);
  }
}
