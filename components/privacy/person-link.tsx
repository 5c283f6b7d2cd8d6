import { Link } from "@/components/link";
import { pageAddress } from "@/lib/page-address";
import type { Person } from "@/lib/privacy/find-person";

/** The way to what is held on a person: to export it, or to erase the person. */
export function PersonLink({ kind, id }: Person) {
  return (
    <p>
      <Link
        href={pageAddress(`/privacy/${kind}/${id}`)}
        className="touch-around font-medium text-accent hover:underline"
      >
        Export or erase what is held on this person
      </Link>
    </p>
  );
}
