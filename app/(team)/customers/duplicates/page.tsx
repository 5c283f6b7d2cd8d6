import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { AdminsMerge } from "@/components/customers/admins-merge";
import { PairCard } from "@/components/customers/pair-card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { db } from "@/db/client";
import { listDuplicates } from "@/db/queries/duplicate-customers";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "Possible duplicates" };

const pairsShown = 50;

/** Customers that may be one and the same, two by two. */
export default async function DuplicatesPage() {
  const { member, team } = await requireMember();
  const may = mayAdminister(member);
  const pairs = may ? await listDuplicates(db, { limit: pairsShown + 1 }) : [];
  const formats = teamFormats(team);
  return (
    <>
      <BackLink href={pageAddress("/customers")}>Customers</BackLink>
      <PageHeader
        title="Possible duplicates"
        lead="Names that differ only in accents, punctuation or legal form, e-mail addresses at one domain of their own, or the same phone number"
      />
      {!may ? <AdminsMerge /> : null}
      {may && pairs.length === 0 ? (
        <EmptyState title="No two customers look like one">
          <p className="text-muted">
            Here appear customers whose names differ only in accents, punctuation or legal form, and those
            whose contacts share an e-mail domain or a phone number. Any two can be merged from a customer’s
            page.
          </p>
        </EmptyState>
      ) : null}
      <ul className="flex flex-col gap-2">
        {pairs.slice(0, pairsShown).map((pair) => (
          <li key={`${pair.id} ${pair.otherId}`}>
            <PairCard pair={pair} formats={formats} />
          </li>
        ))}
      </ul>
      {pairs.length > pairsShown ? (
        <p className="text-muted">
          These are the first {formats.count(pairsShown)}, those with most in common first. There are more.
        </p>
      ) : null}
    </>
  );
}
