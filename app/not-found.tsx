import type { Metadata } from "next";
import { NothingAtAddress } from "@/components/nothing-at-address";

export const metadata: Metadata = { title: "Not found" };

/** An address that no page or route has. Next renders it beside every page, so it does not say that one is missing. */
export default function NotFound() {
  return (
    <main>
      <NothingAtAddress />
    </main>
  );
}
