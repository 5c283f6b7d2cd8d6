import { expect, it } from "vitest";
import { signInProblem } from "./sign-in-problem";

it.each([
  ["NotInvited", "belongs to nobody of this team"],
  ["LinkedAlready", "belongs to somebody of this team already"],
  ["ImportRunning", "Open the link of your invitation again"],
  ["LinkEnded", "is not linked: you were signed out meanwhile"],
  ["OAuthCallbackError", "did not work or was cancelled"],
  [undefined, "did not work or was cancelled"],
  ["CredentialsSignin", "Check your e-mail and password"],
])("says of %s that it %s", (code, said) => {
  expect(signInProblem(code, "Tyre Login")).toContain(said);
});

it("speaks of e-mail and password alone where there is no issuer", () => {
  expect(signInProblem("NotInvited", undefined)).toContain("Check your e-mail and password");
});
