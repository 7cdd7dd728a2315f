import { describe, expect, it } from 'vitest';
import { REPLICA_SHAPES, octagonPath, replicaDigit, replicaPath } from './glyphs.ts';

describe('replicaPath', () => {
  it('has an outline of its own for each of seven replicas', () => {
    const place = { x: 10, y: 10, size: 14 };
    const paths = REPLICA_SHAPES.map((_, id) => replicaPath(id, place));
    expect(new Set(paths).size).toBe(7);
    expect(paths[1]).toBe('M3.7 3.7L16.3 3.7L16.3 16.3L3.7 16.3z');
    expect(paths[2]?.split('L')).toHaveLength(3);
    expect(paths[4]?.split('L')).toHaveLength(6);
  });

  it('keeps the digit of a lane glyph readable', () => {
    expect(replicaDigit(0, 17).fontPx).toBeCloseTo(9.86);
    expect(replicaDigit(2, 17).fontPx).toBeCloseTo(8.5);
  });
});

describe('octagonPath', () => {
  it('has eight corners', () => {
    expect(octagonPath({ x: 8, y: 8, size: 14 }).split('L')).toHaveLength(8);
  });
});
