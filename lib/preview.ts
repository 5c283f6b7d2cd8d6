import { createHash } from "node:crypto";
import type { FigureChange } from "@/lib/figures/figure-changes";

/** What an act would change, in finished strings, shown before it is saved. */
export type Preview = {
  /** Stands for what was shown: saved is only what was seen. */
  key: string;
  sentences: string[];
  /** A deal, a customer, a contact before and after; "" = it is not there. */
  rows: { what: string; before: string; after: string }[];
  figures: FigureChange[];
};

/**
 * A preview with its key: of what would be done and of what it does to the rows concerned. Figures of the whole
 * team are left out of the key, as they move with every conversation somebody else logs.
 */
export function previewOf(asked: unknown, shown: Omit<Preview, "key">): Preview {
  const { sentences, rows } = shown;
  const key = createHash("sha256")
    .update(JSON.stringify([asked, sentences, rows]))
    .digest("base64url");
  return { ...shown, key };
}
