import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { pageAddress } from "@/lib/page-address";

type OtherCustomersProps = {
  /** The page where the two are merged. */
  address: string;
  search: string;
  choices: readonly { id: number; name: string; facts: string }[];
};

/** The customers to choose from for a merge: those that look like the same one, or those a search found. */
export function OtherCustomers({ address, search, choices }: OtherCustomersProps) {
  if (choices.length === 0)
    return (
      <p className="text-muted">
        {search
          ? `No other customer is found by “${search}”.`
          : "No name differs from this one in accents, punctuation, spaces or legal form only, and no contact shares an e-mail domain or a phone number. Search for the other customer by its name."}
      </p>
    );
  return (
    <section aria-labelledby="choices" className="flex max-w-2xl flex-col gap-2">
      <h2 id="choices" className="font-semibold">
        {search ? "Found" : "These look alike"}
      </h2>
      <ul className="flex flex-col rounded-box border border-border bg-surface">
        {choices.map(({ id, name, facts }) => (
          <li
            key={id}
            className="relative border-border px-4 py-2.5 not-first:border-t hover:bg-surface-hover"
          >
            <Link
              href={pageAddress(address, { with: String(id) })}
              className="font-medium after:absolute after:inset-0"
            >
              {name}
              <LinkPending />
            </Link>
            <p className="text-muted">{facts}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
