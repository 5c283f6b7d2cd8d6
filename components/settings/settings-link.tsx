"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { pageAddress } from "@/lib/page-address";
import { type SettingsSection, settingsSectionAt } from "./settings-sections";

const look =
  "touch-target relative flex min-h-10 items-center pointer-coarse:min-w-11 border-transparent border-b-2 forced-colors:border-b-0 font-medium text-muted transition-colors hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text";

/** A link to a section of the settings; the one that one is in is marked. */
export function SettingsLink({ href, children }: { href: SettingsSection["href"]; children: ReactNode }) {
  const isHere = settingsSectionAt(usePathname())?.href === href;
  return (
    <Link href={pageAddress(href)} aria-current={isHere ? "page" : undefined} className={look}>
      {children}
      <LinkPending />
    </Link>
  );
}
