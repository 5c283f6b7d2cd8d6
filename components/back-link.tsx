import { ChevronLeft } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { LinkPending } from "./link-pending";

type BackLinkProps = { href: Route; children: ReactNode };

/** The way up from a page to the one it belongs to. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <Link
      href={href}
      className="touch-target relative -mb-3 max-sm:-mt-2 inline-flex min-h-6 max-w-full items-center gap-1 self-start font-medium text-muted hover:text-text"
    >
      <ChevronLeft aria-hidden="true" className="-ml-1 size-4 shrink-0" />
      <span className="truncate">{children}</span>
      <LinkPending />
    </Link>
  );
}
