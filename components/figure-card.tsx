import { ArrowRight, TrendingDown, TrendingUp } from "lucide-react";
import type { Route } from "next";
import { Card } from "@/components/tremor/card";
import { Definition } from "./definition";
import { TextLink } from "./text-link";

export type Change = { text: string; isUp: boolean; isGood: boolean };

export type Figure = {
  label: string;
  definition: string;
  /** The finished figure, "–" when there is none. */
  value: string;
  /** What stands after the figure in smaller type: "days". */
  unit?: string;
  /** Of what: "7 of 12 closed deals"; for "–" the reason. */
  context: string;
  /** The previous period's value in words, if there is a previous period. */
  previous: string | null;
  /** Its change, where it says something. */
  change?: Change | null;
  /** Where the rows behind it are. */
  rows?: { href: Route; label: string };
};

function ChangeMark({ change }: { change: Change }) {
  const Icon = change.isUp ? TrendingUp : TrendingDown;
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap font-medium ${change.isGood ? "text-won" : "text-lost"}`}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{change.isUp ? "up" : "down"}</span>
      {change.text}
    </span>
  );
}

/** From how many characters on a figure is set smaller: an amount to the cent, such as "R 112 311 318,13". */
const longFigure = 16;

/**
 * One figure: label with its definition, the number, of what, and what it was before. In a grid the three stand on
 * the lines of its neighbours, however many a label has.
 */
export function FigureCard({ figure, className }: { figure: Figure; className: string }) {
  const { label, definition, value, unit, context, previous, change, rows } = figure;
  return (
    <Card
      role="group"
      aria-label={label}
      className={`row-span-3 grid min-w-0 break-inside-avoid grid-cols-1 grid-rows-subgrid gap-y-1 px-3.5 py-3 sm:px-4 ${className}`}
    >
      <div className="flex items-start justify-between gap-2">
        <Definition term={label} text={definition} />
        {rows ? (
          <TextLink
            href={rows.href}
            aria-label={`${rows.label}: ${label}`}
            className="print:hidden inline-flex min-h-6 min-w-7 items-center justify-end gap-1 whitespace-nowrap text-label font-medium text-accent"
          >
            <span className="max-sm:sr-only">{rows.label}</span>
            <ArrowRight aria-hidden="true" className="size-3.5 sm:size-3" />
          </TextLink>
        ) : null}
      </div>
      <p
        className={`flex flex-wrap items-baseline self-end gap-x-1.5 figures font-semibold enlarged:text-title tracking-tight ${value.length < longFigure ? "text-figure" : "text-title"}`}
      >
        <span className="wrap-anywhere">{value}</span>
        {unit ? <span className="font-medium text-body text-muted tracking-normal">{unit}</span> : null}
      </p>
      <div className="flex flex-col gap-1 text-muted">
        <p>{context}</p>
        {previous ? (
          <p className="flex flex-wrap gap-x-2 text-label">
            <span>{previous}</span>
            {change ? <ChangeMark change={change} /> : null}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
