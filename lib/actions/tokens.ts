"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { nameField } from "@/lib/name-field";
import { longest } from "@/lib/pipeline/longest";
import { makeToken } from "@/lib/tokens/make-token";
import { revokeToken } from "@/lib/tokens/revoke-token";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";

/** A token just made: seen this once. */
type MadeToken = { name: string; token: string };

/** Makes a token of the API. */
export const makeTokenAction = memberAction(
  z.object({
    name: nameField(
      "Enter a name, such as the program that will use it.",
      longest.tokenName,
      `A token's name has at most ${longest.tokenName} characters.`,
    ),
  }),
  async ({ name }, { member }) => {
    const more: MadeToken = { name, token: await makeToken(db, { actor: member, now: new Date(), name }) };
    return { values: {}, more };
  },
  "admin",
);

/** Ends a token of the API. */
export const revokeTokenAction = memberAction(
  z.object({ tokenId: idField }),
  async ({ tokenId }, { member }) => {
    await revokeToken(db, { actor: member, now: new Date(), tokenId });
    return { done: "The token is revoked: it opens nothing any more." };
  },
  "admin",
);
