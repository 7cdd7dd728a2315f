import { t } from '../../base/language.ts';
import { REGISTERS } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import { PLACE_PAGE, PLACE_UTCB } from '../../kernel/faults/incidents.ts';

/** An address in hexadecimal: `0x1a40`. */
export function hexText(value: number): string {
  return `0x${value.toString(16)}`;
}

/** A cycle or a number of cycles, digits grouped. */
export function cyclesText(cycles: number): string {
  return groupDigits(cycles);
}

/** Where a wrong value sits: `bx`, `UTCB word 5`, `memory 0x1a40`. */
export function placeWords(place: number, at: number): string {
  if (place === PLACE_UTCB) return t('UTCB word {word}', { word: at });
  if (place === PLACE_PAGE) return t('memory {address}', { address: hexText(at) });
  return REGISTERS[place] ?? t('nothing');
}

/** Which bits a mask names: `bit 17`, or `9 bits`. */
export function bitWords(mask: number): string {
  const bits = Array.from({ length: 32 }, (_, bit) => bit).filter(
    (bit) => ((mask >>> bit) & 1) === 1,
  );
  return bits.length === 1
    ? t('bit {bit}', { bit: bits[0] })
    : t('{count} bits', { count: bits.length });
}
