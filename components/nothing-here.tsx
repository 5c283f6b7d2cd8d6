import { sayNothingHere } from "@/lib/say-nothing-here";
import { NothingAtAddress } from "./nothing-at-address";

/** In the place of a page whose address names what is not there (any more); answered as 404. */
export function NothingHere({ heading }: { heading?: "h1" | "h2" }) {
  sayNothingHere();
  return <NothingAtAddress heading={heading} />;
}
