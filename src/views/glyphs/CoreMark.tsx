import { memo } from 'react';

interface Props {
  readonly resilient: boolean;
  readonly size?: number;
}

/** The inline mark of a core's material: a double octagon is resilient, a perforated square is not. */
export const CoreMark = memo(function CoreMark({ resilient, size = 16 }: Props) {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {resilient ? (
        <>
          <path
            d="M5.1 1H10.9L15 5.1V10.9L10.9 15H5.1L1 10.9V5.1z"
            fill="none"
            stroke="currentColor"
            strokeWidth={1.4}
          />
          <path d="M6.5 4.1H9.5L11.9 6.5V9.5L9.5 11.9H6.5L4.1 9.5V6.5z" fill="currentColor" />
        </>
      ) : (
        <rect
          x={2.2}
          y={2.2}
          width={11.6}
          height={11.6}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.3}
          strokeDasharray="1.6 1.8"
        />
      )}
    </svg>
  );
});
