"use client";

import { useEffect } from "react";
import { buttonClass } from "@/components/button-class";

/**
 * The way on to the issuer, which the page takes by itself: a redirect of a form's own would need every address
 * on the issuer's way in the page's policy.
 */
export function OnwardLink({ name, address }: { name: string; address: string }) {
  useEffect(() => window.location.assign(address), [address]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`0; url=${address}`} />
      </noscript>
      <a href={address} className={buttonClass("secondary", "min-h-11 w-full")}>
        On to {name}…
      </a>
    </>
  );
}
