import type { ReactNode } from "react";

type ChartImageProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  /** Each mark in words. */
  said: readonly string[];
  height: number;
  children: ReactNode;
};

/** The frame of a chart: an image as wide as there is room, with all it shows in words for who does not see it. */
export function ChartImage({ id, title, said, height, children }: ChartImageProps) {
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={height}
      className="figures block overflow-visible"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{said.join("; ")}</desc>
      {children}
    </svg>
  );
}
