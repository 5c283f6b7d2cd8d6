import { ButtonLink } from "@/components/button-link";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import type { CustomerPair } from "@/db/queries/duplicate-customers";
import { customerAddress } from "@/lib/customers/customer-address";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";

type PairCardProps = { pair: CustomerPair; formats: TeamFormats };

const link = "touch-target relative inline-flex items-center font-semibold text-accent hover:underline";

function reasonWords({ why, what }: CustomerPair["reasons"][number]): string {
  if (why === "name") return "Almost the same name";
  return why === "domain" ? `E-mail at ${what}` : `The same phone number, … ${what.slice(-4)}`;
}

/** Two customers that may be one, why, and the way to merge them. */
export function PairCard({ pair, formats }: PairCardProps) {
  const { id, name, otherId, other, conversations, otherConversations, reasons } = pair;
  const talks = (many: number) => `${formats.count(many)} ${plural(many, "conversation", "conversations")}`;
  return (
    <article className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-box border border-border bg-surface p-4">
      <div className="flex min-w-0 flex-col gap-1">
        <ul className="flex flex-col gap-0.5">
          <li>
            <Link href={customerAddress(id)} className={link}>
              {name}
              <LinkPending isUnderText />
            </Link>{" "}
            <span className="figures text-muted">{talks(conversations)}</span>
          </li>
          <li>
            <Link href={customerAddress(otherId)} className={link}>
              {other}
              <LinkPending isUnderText />
            </Link>{" "}
            <span className="figures text-muted">{talks(otherConversations)}</span>
          </li>
        </ul>
        <p className="text-muted">{reasons.map(reasonWords).join(" · ")}</p>
      </div>
      <ButtonLink href={pageAddress(`${customerAddress(id)}/merge`, { with: String(otherId) })}>
        Look at a merge
        <span className="sr-only">
          {" "}
          of {name} and {other}
        </span>
      </ButtonLink>
    </article>
  );
}
