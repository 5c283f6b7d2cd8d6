"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { gridSorts } from "@/db/queries/grid";
import { shareViews } from "@/db/schema";
import { ownOrigin } from "@/lib/auth/own-origin";
import { cleanName } from "@/lib/pipeline/clean-name";
import { isLocalDate } from "@/lib/pipeline/local-date";
import { periodPresets } from "@/lib/pipeline/period";
import { extendShareLink } from "@/lib/shares/extend-share-link";
import { makeShareLink } from "@/lib/shares/make-share-link";
import { revokeShareLink } from "@/lib/shares/revoke-share-link";
import { endOfShare, problemOfPassphrase } from "@/lib/shares/share-rules";
import { partsOf } from "@/lib/wording/share-parts";
import { memberAction } from "./member-action";
import { optionalIdField, seenFields } from "./number-fields";
import { showPage } from "./show-page";

/** A link just made: seen this once. */
type MadeShareLink = { id: number; title: string; address: string; asksPassphrase: boolean };

const dateField = z
  .string()
  .trim()
  .refine((text) => text === "" || isLocalDate(text), "Write the day as YYYY-MM-DD.")
  .transform((text) => text || null)
  .default(null);
const isTicked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
type PartFields = Record<`part-${string}`, typeof isTicked>;
const partFields = Object.fromEntries(
  shareViews.flatMap(partsOf).map((part) => [`part-${part}`, isTicked]),
) as PartFields;

/** Makes a link to a view with its filter. */
export const makeShareLinkAction = memberAction(
  z
    .object({
      title: z.string("Enter a title.").overwrite(cleanName).min(1, "Enter a title."),
      view: z.enum(shareViews, "Open the view you want to share, and press Share there."),
      preset: z.union([z.literal("").transform(() => null), z.enum(periodPresets)]).default(null),
      from: dateField,
      as: z.enum(["live", "frozen"]).default("live"),
      day: dateField,
      salesperson: optionalIdField,
      stage: optionalIdField,
      search: z.string().trim().max(200).default(""),
      sort: z.enum(gridSorts).default("stage"),
      descending: isTicked,
      customerNames: isTicked,
      initials: isTicked,
      hideAmounts: isTicked,
      passphrase: z
        .string()
        .trim()
        .default("")
        .refine((text) => problemOfPassphrase(text) === undefined, {
          error: ({ input }) => problemOfPassphrase(String(input)),
        }),
      until: dateField,
    })
    .extend(partFields)
    .refine(({ as, day }) => as === "live" || day !== null, {
      path: ["day"],
      error: "Choose the day.",
    }),
  async (given, { member, team, today }) => {
    const { title, view, preset, from, as, day, salesperson, stage, search, sort, descending } = given;
    const isGrid = view === "stages";
    const made = await makeShareLink(db, {
      actor: member,
      now: new Date(),
      today,
      wanted: {
        title,
        view,
        filter: {
          preset: from === null ? (preset ?? "all") : preset,
          from,
          day: as === "frozen" ? day : null,
          salespersonId: salesperson,
          stageId: isGrid ? stage : null,
          search: isGrid ? search : "",
          sort: isGrid ? sort : "stage",
          descending: isGrid && descending,
        },
        parts: partsOf(view).filter((part) => given[`part-${part}`]),
        customersMasked: !(isGrid && given.customerNames),
        salespeopleByInitials: given.initials,
        amountsHidden: given.hideAmounts,
        passphrase: given.passphrase,
        expiresAt: endOfShare(given.until, team.timeZone),
      },
    });
    const address = `${await ownOrigin()}/share/${made.token}`;
    const asksPassphrase = given.passphrase !== "";
    const more: MadeShareLink = { id: made.id, title, address, asksPassphrase };
    return { more };
  },
);

/** Gives a link another last day. */
export const extendShareLinkAction = memberAction(
  z.object({ ...seenFields, until: dateField }),
  async ({ until, ...seen }, { member, team }) => {
    const expiresAt = endOfShare(until, team.timeZone);
    await extendShareLink(db, { actor: member, now: new Date(), ...seen, expiresAt });
    return showPage("/settings/shared-links");
  },
);

/** Ends a link. */
export const revokeShareLinkAction = memberAction(z.object(seenFields), async (seen, { member }) => {
  await revokeShareLink(db, { actor: member, now: new Date(), ...seen });
  return showPage("/settings/shared-links");
});
