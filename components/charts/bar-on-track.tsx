type BarOnTrackProps = { y: number; height: number; percent: number; color: string };

/** A lying bar from zero on its track: `percent` of the chart's width long, and seen however little that is; 0 is no bar. */
export function BarOnTrack({ y, height, percent, color }: BarOnTrackProps) {
  const width = `${Math.max(percent, 0.6)}%`;
  return (
    <>
      <rect y={y} width="100%" height={height} rx="3" fill="var(--track)" />
      {percent > 0 ? <rect y={y} width={width} height={height} rx="3" fill={color} /> : null}
    </>
  );
}
