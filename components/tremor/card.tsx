import { Card as TremorCard } from "@tremor/react";
import type { ComponentProps } from "react";

/** A bordered surface that holds one thing: a figure, a chart, a table. */
export function Card({ className = "", ...rest }: ComponentProps<typeof TremorCard>) {
  return <TremorCard className={`p-4 ${className}`} {...rest} />;
}
