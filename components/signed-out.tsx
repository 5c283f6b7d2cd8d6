import { Link } from "./link";

/** What a form says when nobody is signed in any more, beside what was typed in it. */
export function SignedOut() {
  return (
    <>
      You have been signed out. Nothing you typed is lost:{" "}
      <Link href="/sign-in" target="_blank" className="touch-around font-medium text-accent underline">
        sign in in a new window
      </Link>
      , then press the button again.
    </>
  );
}
