import { cache } from "react";
import type { Database } from "@/db/client";
import { getStageSetting } from "@/db/queries/stage-settings";
import { recordAt } from "@/lib/record-id";

/** The stage that a part of an address names, read once for a title and its page; undefined: there is no such stage. */
export const loadStage = cache((db: Database, idText: string) =>
  recordAt(idText, (id) => getStageSetting(db, id)),
);
