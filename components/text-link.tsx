import type { LinkProps } from "next/link";
import { Link } from "@/components/link";
import { LinkPending } from "./link-pending";

/** A link that is a piece of text: easy to hit on touch, underlined while the page it leads to is being fetched. */
export function TextLink<RouteType>({ className = "", children, ...rest }: LinkProps<RouteType>) {
  return (
    <Link className={`touch-around hover:underline ${className}`} {...rest}>
      {children}
      <LinkPending isUnderText />
    </Link>
  );
}
