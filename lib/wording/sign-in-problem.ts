/**
 * Why signing in did not work, by the code in the address.
 *
 * @param issuer what the OpenID Connect issuer is called; undefined: there is none.
 */
export function signInProblem(code: string | undefined, issuer: string | undefined): string {
  if (issuer === undefined || code === "CredentialsSignin")
    return "Signing in did not work. Check your e-mail and password and try again.";
  if (code === "NotInvited")
    return `Your account at ${issuer} belongs to nobody of this team. Ask an admin for an invitation and open its link first.`;
  if (code === "LinkedAlready")
    return `Your account at ${issuer} belongs to somebody of this team already. Sign in with it here; the invitation is still open.`;
  if (code === "ImportRunning")
    return "An import is running, which may be bringing your history. Open the link of your invitation again when it is done.";
  if (code === "LinkEnded")
    return `Your account at ${issuer} is not linked: you were signed out meanwhile. Sign in as you do here, then link it from your profile.`;
  return `Signing in with ${issuer} did not work or was cancelled. Please try again.`;
}
