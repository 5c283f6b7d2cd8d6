import { TextLink } from "@/components/text-link";
import { pageAddress } from "@/lib/page-address";
import type { Person } from "@/lib/privacy/find-person";

/** The way to what is held on a person: to export it, or to erase the person. */
export function PersonLink({ kind, id }: Person) {
  return (
    <p>
      <TextLink href={pageAddress(`/privacy/${kind}/${id}`)}>
        Export or erase what is held on this person
      </TextLink>
    </p>
  );
}
