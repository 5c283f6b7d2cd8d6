import { CredentialsSignin } from "@auth/core/errors";

/** Too many attempts: the next one is looked at after so many seconds. */
export class WaitBeforeSignIn extends CredentialsSignin {
  override code = "wait";

  constructor(readonly seconds: number) {
    super();
  }
}

/** Too many people are signing in at this moment. */
export class SignInBusy extends CredentialsSignin {
  override code = "busy";
}
