import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import type { NearCustomer } from "@/lib/customers/near-customers";

/** The customers that the name of a new one may mean, each a link to it. */
export function NearCustomers({ customers }: { customers: readonly NearCustomer[] }) {
  return (
    <section aria-labelledby="near-customers" className="flex flex-col gap-1">
      <h2 id="near-customers" className="font-medium">
        Called nearly so
      </h2>
      <ul aria-labelledby="near-customers" className="flex flex-col rounded-box border border-border">
        {customers.map(({ id, name, hint, href }) => (
          <li
            key={id}
            className="touch-target relative flex min-h-10 items-center justify-between gap-3 border-border px-3 py-1.5 not-first:border-t hover:bg-surface-hover"
          >
            <Link href={href} className="min-w-0 wrap-break-word font-medium after:absolute after:inset-0">
              {name}
              <LinkPending />
            </Link>
            {hint ? <span className="text-right text-label text-muted">{hint}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
