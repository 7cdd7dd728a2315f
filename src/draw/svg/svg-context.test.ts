import { describe, expect, it } from 'vitest';
import { measureText } from './measure.ts';
import { createIds, SvgContext } from './svg-context.ts';

function painted(paint: (context: SvgContext) => void): string {
  const context = new SvgContext(createIds('t'));
  paint(context);
  const { definitions, elements } = context.finish();
  return definitions + elements;
}

describe('SvgContext', () => {
  it('makes rectangles of one fill in a row one element, and begins another for another fill', () => {
    const svg = painted((ctx) => {
      ctx.fillStyle = '#111';
      ctx.fillRect(0, 0, 2, 3);
      ctx.fillRect(4.126, 0, 2, 3);
      ctx.fillStyle = '#222';
      ctx.fillRect(1, 1, 1, 1);
    });
    expect(svg).toBe(
      '<path d="M0 0h2v3h-2zM4.13 0h2v3h-2z" fill="#111"/><path d="M1 1h1v1h-1z" fill="#222"/>',
    );
  });

  it('keeps rectangles apart where what is see-through may overlap', () => {
    const svg = painted((ctx) => {
      ctx.globalAlpha = 0.055;
      ctx.fillRect(0, 0, 2, 2);
      ctx.fillRect(1, 0, 2, 2);
    });
    expect(svg.match(/opacity="0\.055"/g)).toHaveLength(2);
  });

  it('begins a path where a line goes first, as a canvas does', () => {
    const svg = painted((ctx) => {
      ctx.beginPath();
      ctx.lineTo(1, 2);
      ctx.lineTo(3, 4);
      ctx.closePath();
      ctx.fill();
    });
    expect(svg).toBe('<path d="M1 2L3 4Z" fill="#000"/>');
  });

  it('draws a circle as two halves and a corner as an arc', () => {
    const svg = painted((ctx) => {
      ctx.beginPath();
      ctx.arc(10, 10, 5, 0, 2 * Math.PI);
      ctx.fill();
      ctx.beginPath();
      ctx.roundRect(0, 0, 10, 6, 2);
      ctx.fill();
    });
    expect(svg).toContain('d="M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10"');
    expect(svg).toContain(
      'd="M2 0L8 0A2 2 0 0 1 10 2L10 4A2 2 0 0 1 8 6L2 6A2 2 0 0 1 0 4L0 2A2 2 0 0 1 2 0Z"',
    );
  });

  it('strokes with the line as it is set, and takes settings back', () => {
    const svg = painted((ctx) => {
      ctx.save();
      ctx.strokeStyle = '#b00';
      ctx.lineWidth = 2;
      ctx.lineCap = 'round';
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.lineTo(9, 0);
      ctx.stroke();
      ctx.restore();
      ctx.stroke();
    });
    expect(svg).toBe(
      '<path d="M0 0L9 0" fill="none" stroke="#b00" stroke-width="2" stroke-linecap="round" stroke-dasharray="4 3"/>' +
        '<path d="M0 0L9 0" fill="none" stroke="#000"/>',
    );
  });

  it('clips within what is clipped already', () => {
    const svg = painted((ctx) => {
      ctx.beginPath();
      ctx.rect(0, 0, 9, 9);
      ctx.clip();
      ctx.beginPath();
      ctx.rect(1, 1, 2, 2);
      ctx.clip();
      ctx.fillRect(0, 0, 5, 5);
    });
    expect(svg).toContain('<clipPath id="t1" clip-path="url(#t0)">');
    expect(svg).toContain('clip-path="url(#t1)"/>');
  });

  it('turns text with the picture, and writes what XML would take for its own', () => {
    const svg = painted((ctx) => {
      ctx.font = '600 11px "Inter Variable", sans-serif';
      ctx.textAlign = 'center';
      ctx.translate(10, 20);
      ctx.fillText('a < b & "c"', 1, 2);
      ctx.rotate(-Math.PI / 2);
      ctx.fillText('up', 0, 0);
    });
    expect(svg).toContain('<text x="11" y="22"');
    expect(svg).toContain(
      'font-size="11" font-weight="600" text-anchor="middle">a &lt; b &amp; &quot;c&quot;<',
    );
    expect(svg).toContain('transform="matrix(0 -1 1 0 10 20)"');
  });

  it('forgets what was painted when the whole is cleared', () => {
    const svg = painted((ctx) => {
      ctx.fillRect(0, 0, 5, 5);
      ctx.clearRect();
    });
    expect(svg).toBe('');
  });

  it('fails on what a canvas has and it has not', () => {
    const context = new SvgContext(createIds('t'));
    expect(() => Object.assign(context, { shadowBlur: 3 })).toThrow(TypeError);
  });
});

describe('measureText', () => {
  it('knows wide letters from narrow ones, and that a monospaced face has neither', () => {
    expect(measureText('mmm', 10, false)).toBeGreaterThan(3 * measureText('i', 10, false));
    expect(measureText('mi\u202fµ', 10, true)).toBe(24);
  });
});
