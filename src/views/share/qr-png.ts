import { assert } from '../../base/assert.ts';
import { qrExtent, QUIET_ZONE } from './qr.ts';
import type { QrCode } from './qr.ts';

/** Least width of the file; modules have whole pixels. */
const WIDTH = 1024;

/** The code as a PNG. */
export async function qrPng(code: QrCode): Promise<Blob> {
  const extent = qrExtent(code);
  const scale = Math.ceil(WIDTH / extent);
  const canvas = document.createElement('canvas');
  canvas.width = extent * scale;
  canvas.height = extent * scale;
  const ctx = canvas.getContext('2d');
  assert(ctx !== null, 'a canvas that is asked for nothing else draws in two dimensions');
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  ctx.fillStyle = '#000';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.isDark(x, y)) ctx.fillRect(x + QUIET_ZONE, y + QUIET_ZONE, 1, 1);
    }
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser makes no PNG of a QR code'));
      else resolve(blob);
    }, 'image/png');
  });
}
