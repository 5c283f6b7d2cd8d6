type HatchingProps = { id: string; color: string };

/** The fill of a bar that is not finished. */
export function Hatching({ id, color }: HatchingProps) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--surface)" />
        <rect width="2.5" height="6" fill={color} />
      </pattern>
    </defs>
  );
}
