import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteReader, ByteWriter, CodeError, UnknownChoiceError } from './bytes.ts';

function written(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  write(out);
  return out.finish();
}

it('gives back any whole number', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(new ByteReader(written((out) => out.varint(value))).varint()).toBe(value);
    }),
  );
});

it('gives back any amount to the last bit', () => {
  const amount = fc.oneof(
    fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }),
    fc.maxSafeNat(),
    fc.nat({ max: 100_000 }).map((n) => n / 1000),
    fc.constantFrom(0, -0, Number.MIN_VALUE, Number.MAX_VALUE, 1e21, 2 ** 53 + 2, 2 ** 51, 0.1),
  );
  fc.assert(
    fc.property(amount, (value) => {
      expect(new ByteReader(written((out) => out.real(value))).real()).toBe(value);
    }),
    { numRuns: 1000 },
  );
});

it('writes short decimals in few bytes', () => {
  expect(written((out) => out.real(0.5))).toHaveLength(2);
  expect(written((out) => out.real(2.6))).toHaveLength(2);
});

it('gives back any text', () => {
  for (const text of ['', 'susan', 'grüße', '日本', '🧪', '\ud800 alone']) {
    expect(new ByteReader(written((out) => out.text(text))).text()).toBe(text);
  }
});

it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('asserts that %d is not written as a count', (value) => {
  expect(() => written((out) => out.varint(value))).toThrow('not a count');
});

it('refuses to read past the end, numbers too large and lists that cannot follow', () => {
  expect(() => new ByteReader(new Uint8Array()).byte()).toThrow(CodeError);
  expect(() => new ByteReader(new Uint8Array([128])).varint()).toThrow(CodeError);
  expect(() => new ByteReader(new Uint8Array(12).fill(255)).varint()).toThrow('too large');
  expect(() => new ByteReader(new Uint8Array([200, 1, 0])).count()).toThrow('ends early');
  expect(() => new ByteReader(new Uint8Array([2])).pick(['a', 'b'])).toThrow(UnknownChoiceError);
  expect(() => new ByteReader(new Uint8Array([1])).end()).toThrow('is too long');
});
