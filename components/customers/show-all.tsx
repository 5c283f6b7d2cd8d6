import type { Route } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";

type ShowAllProps = {
  /** The page's address with all of them. */
  href: Route;
  /** "40 deals". */
  what: string;
};

/** At the end of a card that shows the first of a list: leads to all of it, in place. */
export function ShowAll({ href, what }: ShowAllProps) {
  return (
    <p className="border-border border-t px-4 py-2">
      <Link
        href={href}
        scroll={false}
        className="touch-target relative inline-flex min-h-8 items-center font-medium text-accent hover:underline"
      >
        Show all {what}
        <LinkPending isUnderText />
      </Link>
    </p>
  );
}
