import { assert } from '../../base/assert.ts';
import { msg } from '../../base/language.ts';

/** Thrown by `ByteReader` on input that ends early or is out of bounds; links turn it into a problem. */
export class CodeError extends Error {
  override readonly name: string = 'CodeError';
}

/** A choice beyond the end of its list: such lists only grow, so a newer version wrote it. */
export class UnknownChoiceError extends CodeError {
  override readonly name = 'UnknownChoiceError';
}

/**
 * Writes the compact code of a link: whole numbers as base-128 varints, other numbers as decimal
 * mantissa and exponent, texts as their UTF-16 code units (so ASCII is one byte a character and
 * any text survives).
 */
export class ByteWriter {
  private readonly bytes: number[] = [];

  /** One byte, 0..255. */
  byte(value: number): void {
    this.bytes.push(value);
  }

  /** A whole number from 0 to 2^53 - 1. */
  varint(value: number): void {
    assert(Number.isSafeInteger(value) && value >= 0, `not a count: ${value}`);
    let rest = value;
    while (rest >= 128) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }

  /** Any finite number >= 0, without loss. */
  real(value: number): void {
    assert(Number.isFinite(value) && value >= 0, `not an amount: ${value}`);
    const [mantissa, exponent] = decimalOf(value);
    if (mantissa > MAX_MANTISSA || Object.is(value, -0)) {
      this.varint(RAW);
      const raw = new DataView(new ArrayBuffer(8));
      raw.setFloat64(0, value);
      for (let i = 0; i < 8; i++) this.bytes.push(raw.getUint8(i));
    } else if (exponent === 0) {
      this.varint(mantissa * 2);
    } else {
      this.varint(mantissa * 2 + 3);
      // Exponents reach from -324 to 308.
      this.varint(exponent < 0 ? -2 * exponent : 2 * exponent + 1);
    }
  }

  /** A text. */
  text(value: string): void {
    this.varint(value.length);
    for (let i = 0; i < value.length; i++) this.varint(value.charCodeAt(i));
  }

  /** All that was written. */
  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Marks a raw double; odd as decimals with exponent are, and below the smallest of them. */
const RAW = 1;
const MAX_MANTISSA = 2 ** 51;

/** `value` as mantissa x 10^exponent from its shortest decimal form, which reads back to the same double. */
function decimalOf(value: number): [mantissa: number, exponent: number] {
  if (Number.isSafeInteger(value)) return [value, 0];
  const [digits = '', power = '0'] = String(value).split('e');
  const [units = '', fraction = ''] = digits.split('.');
  return [Number(units + fraction), Number(power) - fraction.length];
}

/** Reads what `ByteWriter` wrote; throws `CodeError` on anything else, and never reads past the end. */
export class ByteReader {
  private offset = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.offset];
    if (value === undefined) throw new CodeError(msg('ends early'));
    this.offset += 1;
    return value;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (!Number.isSafeInteger(value)) throw new CodeError(msg('has too large a number'));
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  real(): number {
    const head = this.varint();
    if (head % 2 === 0) return head / 2;
    if (head === RAW) {
      const raw = new DataView(new ArrayBuffer(8));
      for (let i = 0; i < 8; i++) raw.setUint8(i, this.byte());
      return raw.getFloat64(0);
    }
    const power = this.varint();
    const exponent = power % 2 === 0 ? -power / 2 : (power - 1) / 2;
    return Number(`${(head - 3) / 2}e${exponent}`);
  }

  text(): string {
    const units = Array.from({ length: this.count() }, () => this.varint());
    if (units.some((unit) => unit > 0xffff)) throw new CodeError(msg('has a text that is none'));
    return units.map((unit) => String.fromCharCode(unit)).join('');
  }

  /** A number of things that follow, each at least one byte long: bounded by what is left. */
  count(): number {
    const value = this.varint();
    if (value > this.bytes.length - this.offset) throw new CodeError(msg('ends early'));
    return value;
  }

  /** `list[index]` for an index read. */
  pick<T>(list: readonly T[]): T {
    const index = this.varint();
    return choiceAt(list, index);
  }

  /** Throws unless everything was read. */
  end(): void {
    if (this.offset !== this.bytes.length) throw new CodeError(msg('is too long'));
  }
}

/** `list[index]`, or an `UnknownChoiceError`. */
export function choiceAt<T>(list: readonly T[], index: number): T {
  if (index >= list.length) throw new UnknownChoiceError('names an unknown choice');
  return list[index];
}
