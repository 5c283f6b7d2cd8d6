import type { Route } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";

/** Says that a list opens as one leaves it, with the way back to all of it. */
export function LeftAsSet({ clear }: { clear: Route }) {
  return (
    <p className="text-label text-muted print:hidden">
      This list opens as you leave it.{" "}
      <Link href={clear} className="touch-around relative font-medium text-accent hover:underline">
        Show everything
        <LinkPending />
      </Link>
    </p>
  );
}
