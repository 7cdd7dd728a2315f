import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { layModes, rowAt } from './modes-layout.ts';
import type { ModesRowInput } from './modes-layout.ts';

const ROW: ModesRowInput = {
  name: '1',
  modes: { user: 0, manager: 30, kernel: 10, polling: 0, halted: 60 },
  selected: false,
};
const groups = [
  { name: 'Res core', rows: [ROW, { ...ROW, name: '2' }] },
  { name: 'Other cores', rows: [ROW, { ...ROW, name: '2' }] },
];

describe('what cores do', () => {
  it('is drawn as shares that fill the whole length, whatever the cycles', () => {
    const cycles = fc.integer({ min: 0, max: 1_000_000_000 });
    const modes = fc
      .record({ user: cycles, manager: cycles, kernel: cycles, polling: cycles, halted: cycles })
      .filter((one) => Object.values(one).some((value) => value > 0));
    fc.assert(
      fc.property(modes, fc.integer({ min: 200, max: 900 }), (one, width) => {
        const [group] = layModes([{ name: '', rows: [{ ...ROW, modes: one }] }], width).groups;
        const boxes = group?.rows[0]?.boxes ?? [];
        const length = boxes.reduce((sum, box) => sum + box.width, 0);
        expect(length).toBeCloseTo(width - 64 - 24, 6);
        for (const [i, box] of boxes.slice(1).entries()) {
          expect(box.x).toBeCloseTo((boxes[i]?.x ?? 0) + (boxes[i]?.width ?? 0), 6);
        }
      }),
    );
  });

  it('has work first and rest last, and names what occurs', () => {
    const { groups: laid, legend } = layModes(groups, 600);
    expect(laid[0]?.rows[0]?.boxes.map(({ mode }) => mode)).toEqual([
      'manager',
      'kernel',
      'halted',
    ]);
    expect(legend).toEqual(['manager', 'kernel', 'halted']);
  });

  it('finds the row at a height in every group', () => {
    const geometry = layModes(groups, 600);
    for (const { rows } of geometry.groups) {
      rows.forEach((row, i) => expect(rowAt(geometry, row.y + 5)).toBe(i));
    }
    expect(rowAt(geometry, 0)).toBeNull();
    expect(rowAt(geometry, geometry.height - 1)).toBeNull();
  });
});
