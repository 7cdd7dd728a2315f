import { useEffect, useRef } from 'react';

/** After so long without moving the dot fades. */
const FADE_MS = 900;

/** A red dot that follows the pointer, and fades where that rests. */
export function Laser() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = dot.current;
    if (node === null) return undefined;
    let timer = 0;
    const fade = (): void => node.removeAttribute('data-on');
    const move = ({ clientX, clientY }: PointerEvent): void => {
      window.clearTimeout(timer);
      node.style.left = `${clientX}px`;
      node.style.top = `${clientY}px`;
      node.setAttribute('data-on', '');
      timer = window.setTimeout(fade, FADE_MS);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerdown', move);
    document.addEventListener('pointerleave', fade);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerdown', move);
      document.removeEventListener('pointerleave', fade);
    };
  }, []);
  return <div ref={dot} className="pr-laser" aria-hidden="true" />;
}
