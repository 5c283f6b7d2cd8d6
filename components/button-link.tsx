import type { ComponentProps } from "react";
import { Link } from "@/components/link";
import { type ButtonVariant, buttonClass } from "./button-class";
import { LinkPending } from "./link-pending";

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant };

/** A link to a place that looks like a button. */
export function ButtonLink({ variant, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={`relative ${buttonClass(variant, className)}`} {...rest}>
      {children}
      <LinkPending />
    </Link>
  );
}
