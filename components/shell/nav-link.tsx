"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { pageAddress } from "@/lib/page-address";

const shared = ["period", "from", "to", "salesperson"] as const;

type NavLinkProps = {
  href: "/" | `/${string}`;
  /** Whether the place understands the period, as-of day and salesperson of the address, which then go along. */
  keepsFilter: boolean;
  className: string;
  children: ReactNode;
};

/** A link of the navigation; the place one is at is marked. */
export function NavLink({ href, keepsFilter, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const params = useSearchParams();
  const isHere = href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
  const kept = keepsFilter ? Object.fromEntries(shared.map((name) => [name, params.get(name)])) : {};
  return (
    <Link
      href={pageAddress(href, kept)}
      aria-current={isHere ? "page" : undefined}
      className={`relative ${className}`}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
