import type { ComponentProps } from "react";
import { Link } from "@/components/link";
import { LinkPending } from "./link-pending";

/** A link that is a piece of text: easy to hit on touch, underlined while the page it leads to is being fetched. */
export function TextLink({ className = "", children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link className={`touch-around hover:underline ${className}`} {...rest}>
      {children}
      <LinkPending isUnderText />
    </Link>
  );
}
