import { useLayoutEffect, useMemo, useRef, useState } from 'react';

import { Textures } from '../../../draw/textures.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import { NoPicture } from '../../timeline/NoPicture.tsx';
import { useTheme } from './use-theme.ts';

interface Props {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** Paints the whole figure; another function = another figure. */
  readonly paint: (brush: Brush) => void;
}

/** A figure on a canvas, decorative: a table beside it says the same. */
export function FigureCanvas({ width, height, paint }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [refused, setRefused] = useState(false);
  const theme = useTheme();
  const textures = useMemo(() => new Textures(theme), [theme]);
  useLayoutEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d') ?? null;
    if (element === null) return;
    if (ctx === null) {
      setRefused(true);
      return;
    }
    const ratio = window.devicePixelRatio;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint({ ctx, theme, textures });
  }, [width, height, paint, theme, textures]);
  if (refused) return <NoPicture />;
  return (
    <canvas ref={canvas} className="figure-canvas" style={{ width, height }} aria-hidden="true" />
  );
}
