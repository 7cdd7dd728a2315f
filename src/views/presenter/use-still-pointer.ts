import { useEffect, useState } from 'react';

/** After so long without moving the pointer is in the way. */
const STILL_MS = 3000;

/** Has the pointer not moved for three seconds? */
export function useStillPointer(): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    let timer = window.setTimeout(() => setStill(true), STILL_MS);
    const move = (): void => {
      window.clearTimeout(timer);
      setStill(false);
      timer = window.setTimeout(() => setStill(true), STILL_MS);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerdown', move);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerdown', move);
    };
  }, []);
  return still;
}
