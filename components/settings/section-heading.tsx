import type { Route } from "next";
import type { ReactNode } from "react";
import { BackLink } from "@/components/back-link";

type SectionHeadingProps = {
  title: string;
  lead?: ReactNode;
  /** The section's own action, at the end of the line. */
  action?: ReactNode;
  /** The page this one was opened from. */
  back?: { href: Route; label: string };
};

/** The heading of a page of the settings, with the way back on those that lie deeper. */
export function SectionHeading({ title, lead, action, back }: SectionHeadingProps) {
  return (
    <>
      {back ? <BackLink href={back.href}>{back.label}</BackLink> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 max-w-2xl">
          <h2 className="font-semibold text-[16px] leading-6 tracking-tight">{title}</h2>
          {lead ? <p className="mt-0.5 text-muted">{lead}</p> : null}
        </div>
        {action}
      </div>
    </>
  );
}
