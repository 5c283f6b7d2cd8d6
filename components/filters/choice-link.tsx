import { Check } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";

type ChoiceLinkProps = { href: Route; isOn: boolean; children: ReactNode };

/** One choice of a list, as a link; the one that is on is marked by a tick and for assistive technology. */
export function ChoiceLink({ href, isOn, children }: ChoiceLinkProps) {
  return (
    <Link
      href={href}
      aria-current={isOn ? "true" : undefined}
      className="touch-target relative flex min-h-8 items-center justify-between gap-2 rounded-control px-2 hover:bg-surface-hover aria-[current=true]:font-medium aria-[current=true]:text-accent"
    >
      <span className="min-w-0 truncate">{children}</span>
      {isOn ? <Check aria-hidden="true" className="size-4 shrink-0" /> : null}
      <LinkPending />
    </Link>
  );
}
