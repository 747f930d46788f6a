/** For what may come a moment later: the browser paints what there is before it is asked for more. */
import { useEffect, useState } from 'preact/hooks';

/** False while the component is drawn for the first time; true from the moment after that is on the screen. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    // A frame's callbacks come before its paint; a timer that they set comes after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return painted;
}
