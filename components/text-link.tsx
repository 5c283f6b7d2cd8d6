import type { LinkProps } from "next/link";
import { Link } from "@/components/link";
import { LinkPending } from "./link-pending";

/**
 * A link that is a piece of text: easy to hit on touch, underlined while the page it leads to is being fetched. It stands
 * out as a link unless `className` gives it another look.
 */
export function TextLink<RouteType>(props: LinkProps<RouteType>) {
  const { className = "font-medium text-accent", children, ...rest } = props;
  return (
    <Link className={`touch-around hover:underline ${className}`} {...rest}>
      {children}
      <LinkPending isUnderText />
    </Link>
  );
}
