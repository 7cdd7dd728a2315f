import { correction, generate } from 'lean-qr';
import type { Correction } from 'lean-qr';

import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { attributes } from '../../draw/svg/markup.ts';

/** A square of dark and light modules. */
export interface QrCode {
  /** Modules at each side, without the quiet zone. */
  readonly size: number;
  readonly isDark: (x: number, y: number) => boolean;
  /** Percent of the code that may be lost. */
  readonly redundancy: number;
}

/** Light modules around the code, which readers need. */
export const QUIET_ZONE = 4;

/*
 * Short texts get much redundancy, long ones little: phones read few large modules better than many
 * small ones, whatever the redundancy. Versions are sizes of 17 + 4 × version modules.
 */
const LEVELS = [
  { level: correction.Q, maxVersion: 10, redundancy: 25 },
  { level: correction.M, maxVersion: 18, redundancy: 15 },
  { level: correction.L, maxVersion: 40, redundancy: 7 },
] as const;

/** `text` as a QR code; no code holds much more than 2,900 characters. */
export function qrOf(text: string): Result<QrCode, 'too-long'> {
  for (const { level, maxVersion, redundancy } of LEVELS) {
    const made = attempt(text, level, maxVersion);
    if (made !== null) {
      return ok({ size: made.size, isDark: (x, y) => made.get(x, y), redundancy });
    }
  }
  return err('too-long');
}

function attempt(text: string, level: Correction, maxVersion: number) {
  try {
    return generate(text, { minCorrectionLevel: level, maxCorrectionLevel: level, maxVersion });
  } catch {
    // All that it throws for a text is that there is no room for it.
    return null;
  }
}

/** The dark modules as the data of an SVG path, one unit each, within the quiet zone. */
export function qrPath({ size, isDark }: QrCode): string {
  const runs: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue;
      const from = x;
      while (x < size && isDark(x, y)) x++;
      runs.push(`M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from}v1h${from - x}z`);
    }
  }
  return runs.join('');
}

/** Modules at each side, quiet zone included. */
export function qrExtent({ size }: QrCode): number {
  return size + 2 * QUIET_ZONE;
}

/** Width of a module in the file. CSS px. */
const MODULE = 8;

/** The code as a file of its own. */
export function qrSvg(code: QrCode): string {
  const extent = qrExtent(code);
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: [0, 0, extent, extent].join(' '),
    width: extent * MODULE,
    height: extent * MODULE,
    'shape-rendering': 'crispEdges',
  };
  const paper = attributes({ fill: '#fff', d: `M0 0h${extent}v${extent}H0z` });
  const ink = attributes({ d: qrPath(code) });
  return `<svg${attributes(root)}><path${paper}/><path${ink}/></svg>\n`;
}
