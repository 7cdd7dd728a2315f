import { memo } from 'react';

interface Props {
  /** Keeps ids apart when several drawings hold their own patterns. */
  readonly prefix: string;
}

/**
 * The textures of signalling, polling and comparing as SVG patterns `<prefix>-migration-in` etc.
 * Colours are the custom properties in force where the `<defs>` stands, so a drawing inside the
 * resilient hull needs its own set.
 */
export const StatePatterns = memo(function StatePatterns({ prefix }: Props) {
  return (
    <defs>
      <Stripes id={`${prefix}-migration-in`} angle={45} />
      <Stripes id={`${prefix}-migration-out`} angle={-45} />
      <Chevrons id={`${prefix}-ipc-in`} path="M1 .6L5 4L1 7.4" />
      <Chevrons id={`${prefix}-ipc-out`} path="M7 .6L3 4L7 7.4" />
      <Dots id={`${prefix}-polling-in`} ground="var(--sig-t)" dot="var(--sig)" />
      <Dots id={`${prefix}-polling-out`} ground="var(--sig)" dot="var(--sig-t)" />
      <Ticks id={`${prefix}-local-in`} />
      <Ticks id={`${prefix}-local-out`} />
      <pattern id={`${prefix}-poll`} width={7} height={7} patternUnits="userSpaceOnUse">
        <rect width={7} height={7} fill="var(--sig-t)" />
        <circle cx={1.75} cy={3.5} r={1.15} fill="var(--sig)" />
      </pattern>
    </defs>
  );
});

function Stripes({ id, angle }: { readonly id: string; readonly angle: number }) {
  return (
    <pattern
      id={id}
      width={8}
      height={8}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <rect width={8} height={8} fill="var(--sig-t)" />
      <rect width={4.6} height={8} fill="var(--sig)" />
    </pattern>
  );
}

function Chevrons({ id, path }: { readonly id: string; readonly path: string }) {
  return (
    <pattern id={id} width={9} height={8} patternUnits="userSpaceOnUse">
      <rect width={9} height={8} fill="var(--sig-t)" />
      <path d={path} fill="none" stroke="var(--sig)" strokeWidth={2.1} />
    </pattern>
  );
}

function Dots({
  id,
  ground,
  dot,
}: {
  readonly id: string;
  readonly ground: string;
  readonly dot: string;
}) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse">
      <rect width={6} height={6} fill={ground} />
      <circle cx={1.5} cy={1.5} r={1.3} fill={dot} />
      <circle cx={4.5} cy={4.5} r={1.3} fill={dot} />
    </pattern>
  );
}

function Ticks({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width={4} height={8} patternUnits="userSpaceOnUse">
      <rect width={4} height={8} fill="var(--sig-t)" />
      <path d="M2 0V3M2 5V8" stroke="var(--sig)" strokeWidth={1.2} />
    </pattern>
  );
}
