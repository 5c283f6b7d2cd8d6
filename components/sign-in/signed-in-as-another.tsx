import { Entrance } from "@/components/entrance";
import { TextLink } from "@/components/text-link";
import { pageAddress } from "@/lib/page-address";

type SignedInAsAnotherProps = {
  /** Who is signed in. */
  name: string;
  /** Where they may go on. */
  next: string;
};

/** What a form that logs leads to when somebody else has signed in beside it: nothing of it was logged. */
export function SignedInAsAnother({ name, next }: SignedInAsAnotherProps) {
  return (
    <Entrance
      title="Nothing was logged"
      lead={`The page was opened by somebody else, and ${name} is signed in in this browser now. What was typed is kept on this device for whoever typed it: it comes back when they sign in and log.`}
    >
      <TextLink href={pageAddress(next)}>Go on as {name}</TextLink>
    </Entrance>
  );
}
