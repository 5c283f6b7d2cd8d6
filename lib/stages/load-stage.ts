import { cache } from "react";
import type { Database } from "@/db/client";
import { getStageSetting } from "@/db/queries/stage-settings";
import { recordId } from "@/lib/record-id";

/** The stage that a part of an address names, read once for a title and its page; undefined: there is no such stage. */
export const loadStage = cache(async (db: Database, idText: string) => {
  const id = recordId(idText);
  return id === undefined ? undefined : getStageSetting(db, id);
});
