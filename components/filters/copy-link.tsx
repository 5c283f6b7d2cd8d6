"use client";

import { Check, Link2 } from "lucide-react";
import type { Route } from "next";
import { type MouseEvent, useState } from "react";
import { buttonClass } from "@/components/button-class";
import { copyText } from "@/components/copy-text";

/**
 * Copies the address of this view with absolute dates, so that it shows the same tomorrow. Where copying is
 * not possible (no secure connection, not allowed) the browser shows it selected; without JavaScript it is the link.
 */
export function CopyLink({ href }: { href: Route }) {
  const [isCopied, setIsCopied] = useState(false);

  async function copy(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    const { href: address } = event.currentTarget;
    if (!(await copyText(address))) {
      prompt("Copy this link:", address);
      return;
    }
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2500);
  }

  const Icon = isCopied ? Check : Link2;
  return (
    <a href={href} onClick={copy} className={buttonClass("quiet", "max-sm:min-w-11 max-sm:px-0")}>
      <Icon aria-hidden="true" className="size-4" />
      <span aria-live="polite" className="max-sm:sr-only">
        {isCopied ? "Link copied" : "Copy link"}
      </span>
    </a>
  );
}
