import { expect, test } from "vitest";
import { endingByRole, endingInWords } from "./ending-in-words";

const access = { shareLinks: 2, tokens: 1, madeInvitations: 1, invitations: 1 };

test("what ends is told with its numbers, and nothing where nothing does", () => {
  expect(endingInWords(access, "theirs")).toBe(
    "2 shared links, 1 token and 1 invitation of theirs end for good.",
  );
  expect(endingInWords({ tokens: 1 }, "yours")).toBe("1 token of yours ends for good.");
  expect(endingInWords({ shareLinks: 0 }, "theirs")).toBeUndefined();
});

test("each other role tells what it ends: an admin's links stay a member's, a viewer shares nothing", () => {
  expect(endingByRole(access, { role: "admin", isYou: false })).toEqual({
    member: "1 invitation of theirs ends for good.",
    viewer: "2 shared links and 1 invitation of theirs end for good.",
  });
  const member = { ...access, madeInvitations: 0, invitations: 0 };
  expect(endingByRole(member, { role: "member", isYou: false })).toEqual({
    viewer: "2 shared links of theirs end for good.",
  });
  expect(endingByRole({ ...member, shareLinks: 0 }, { role: "member", isYou: true })).toEqual({});
});
