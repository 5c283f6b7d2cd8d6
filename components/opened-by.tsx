"use client";

import { useContext } from "react";
import { openedByField } from "@/lib/actions/opened-by";
import { OpenedByContext } from "./opened-by-provider";

/** Sent along with a form of the signed-in pages: for whom it was made, as two may share a browser. */
export function OpenedBy() {
  const memberId = useContext(OpenedByContext);
  return memberId === undefined ? null : <input type="hidden" name={openedByField} value={memberId} />;
}
