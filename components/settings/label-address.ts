import type { Route } from "next";
import type { LabelKind } from "@/db/queries/labels";
import { pageAddress } from "@/lib/page-address";

/** Where one channel or topic is edited. */
export function labelAddress(kind: LabelKind, id: number): Route {
  return pageAddress(`/settings/${kind}s/${id}`);
}
