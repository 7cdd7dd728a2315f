import { expect, it } from 'vitest';

import { ByteReader, ByteWriter, UnknownChoiceError } from './bytes.ts';
import { readFaults } from './faults-v2.ts';

it('takes a fault with fields that it does not know for one of a newer version', () => {
  const out = new ByteWriter();
  out.varint(1);
  out.varint(2 ** 20);
  out.varint(0);
  out.varint(5);
  expect(() => readFaults(new ByteReader(out.finish()))).toThrow(UnknownChoiceError);
});
