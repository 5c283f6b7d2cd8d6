import type { LinkProps } from "next/link";
import { type ButtonVariant, buttonClass } from "./button-class";
import { Link } from "./link";
import { LinkPending } from "./link-pending";

type ButtonLinkProps<RouteType> = LinkProps<RouteType> & { variant?: ButtonVariant };

/** A link to a place that looks like a button. */
export function ButtonLink<RouteType>({ variant, className, children, ...rest }: ButtonLinkProps<RouteType>) {
  return (
    <Link className={`relative ${buttonClass(variant, className)}`} {...rest}>
      {children}
      <LinkPending />
    </Link>
  );
}
