import { memo } from 'react';

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const ICONS = {
  link: (
    <path
      d="M8.4 11.6l3.2-3.2M9 6.2l1.8-1.8a3.2 3.2 0 0 1 4.6 4.6L13.6 10.8M11 13.8l-1.8 1.8a3.2 3.2 0 0 1-4.6-4.6L6.4 9.2"
      {...LINE}
    />
  ),
  theme: (
    <>
      <circle cx={10} cy={10} r={5.6} {...LINE} />
      <path d="M10 4.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  language: (
    <>
      <circle cx={10} cy={10} r={6.2} {...LINE} />
      <path
        d="M3.8 10h12.4M10 3.8c2 1.8 2.9 3.9 2.9 6.2s-.9 4.4-2.9 6.2c-2-1.8-2.9-3.9-2.9-6.2s.9-4.4 2.9-6.2"
        {...LINE}
      />
    </>
  ),
  help: (
    <>
      <path d="M7.4 7.6a2.6 2.6 0 1 1 3.7 2.5c-.8.4-1.1.9-1.1 1.8" {...LINE} />
      <circle cx={10} cy={14.8} r={1} fill="currentColor" />
    </>
  ),
  compare: <path d="M3.5 4h5.5v12H3.5zM11 4h5.5v12H11z" {...LINE} />,
  copy: <path d="M7.5 7.5h8v8h-8zM4.5 12.5v-8h8" {...LINE} />,
  dice: (
    <>
      <path d="M4 4h12v12H4z" {...LINE} />
      <circle cx={7.4} cy={7.4} r={1.2} fill="currentColor" />
      <circle cx={12.6} cy={12.6} r={1.2} fill="currentColor" />
      <circle cx={10} cy={10} r={1.2} fill="currentColor" />
    </>
  ),
  close: <path d="M5.5 5.5l9 9M14.5 5.5l-9 9" {...LINE} />,
  sliders: <path d="M3 6h8M15 6h2M3 14h2M9 14h8M11 4v4M5 12v4" {...LINE} />,
  down: <path d="M5 7.5l5 5l5-5" {...LINE} />,
  bolt: <path d="M11.5 2.5L4.5 11.5H9.5L8.5 17.5L15.5 8.5H10.5z" {...LINE} />,
  'next-incident': (
    <path d="M8 3.5L3.5 10.5H7L6.5 16.5L11.5 8.5H8zM13 6.5l3.5 3.5L13 13.5" {...LINE} />
  ),
  'previous-incident': (
    <path d="M13 3.5L8.5 10.5H12L11.5 16.5L16.5 8.5H13zM6.5 6.5L3 10l3.5 3.5" {...LINE} />
  ),
  pencil: <path d="M4 16l.8-3.6L13 4.2l2.8 2.8L7.6 15.2zM11.4 5.8l2.8 2.8" {...LINE} />,
  search: (
    <>
      <circle cx={8.8} cy={8.8} r={4.6} {...LINE} />
      <path d="M12.3 12.3l4 4" {...LINE} />
    </>
  ),
  export: <path d="M10 12V3.5M6.8 6.5L10 3.5l3.2 3M4.5 10.5v6h11v-6" {...LINE} />,
  present: <path d="M3 4.5h14v9H3zM10 13.5v3.5M6.5 17h7" {...LINE} />,
  check: <path d="M4.5 10.5l3.6 3.6L15.5 6.5" {...LINE} />,
} as const;

interface Props {
  readonly name: keyof typeof ICONS;
  readonly size?: number;
}

/** A small decorative icon: its button carries the name. */
export const Icon = memo(function Icon({ name, size = 20 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {ICONS[name]}
    </svg>
  );
});

/** The mark of the project: an octagon within an octagon, watching. */
export const BrandMark = memo(function BrandMark() {
  return (
    <svg width={22} height={22} viewBox="0 0 22 22" aria-hidden="true">
      <path
        d="M6.6 1h8.8L21 6.6v8.8L15.4 21H6.6L1 15.4V6.6z"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
      />
      <path d="M8 4.3h6L17.7 8v6L14 17.7H8L4.3 14V8z" fill="currentColor" />
      <circle cx={11} cy={11} r={2.4} fill="var(--panel)" />
    </svg>
  );
});
