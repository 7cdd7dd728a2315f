import { memo } from 'react';

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const ICONS = {
  start: (
    <>
      <path d="M5 4.5v11" {...LINE} />
      <path d="M15.5 4.5v11L7.5 10z" fill="currentColor" />
    </>
  ),
  end: (
    <>
      <path d="M15 4.5v11" {...LINE} />
      <path d="M4.5 4.5v11L12.5 10z" fill="currentColor" />
    </>
  ),
  'previous-rendezvous': (
    <>
      <path d="M3.5 4.5v11" {...LINE} />
      <path d="M11 4.8v10.4L5.2 10zM17 4.8v10.4L11.2 10z" fill="currentColor" />
    </>
  ),
  'next-rendezvous': (
    <>
      <path d="M16.5 4.5v11" {...LINE} />
      <path d="M3 4.8v10.4L8.8 10zM9 4.8v10.4L14.8 10z" fill="currentColor" />
    </>
  ),
  'previous-event': <path d="M13 5v10L6.2 10z" {...LINE} />,
  'next-event': <path d="M7 5v10l6.8-5z" {...LINE} />,
  play: <path d="M6 3.8v12.4L16.2 10z" fill="currentColor" />,
  pause: <path d="M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z" fill="currentColor" />,
} as const;

/** Name of a transport icon. */
export type TransportIconName = keyof typeof ICONS;

interface Props {
  readonly name: TransportIconName;
  readonly size?: number;
}

/** An icon of the transport, decorative: its button carries the name. */
export const TransportIcon = memo(function TransportIcon({ name, size = 20 }: Props) {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {ICONS[name]}
    </svg>
  );
});
