import type { Metadata } from "next";
import { cache } from "react";
import { BackLink } from "@/components/back-link";
import { AdminsMerge } from "@/components/customers/admins-merge";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { PreviewForm } from "@/components/preview-form";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { getMerge } from "@/db/queries/customer-merges";
import { undoMergeAction } from "@/lib/actions/customer-merges";
import { requireMember } from "@/lib/auth/require-member";
import { customerAddress } from "@/lib/customers/customer-address";
import { loadCustomer } from "@/lib/customers/load-customer";
import { teamFormats } from "@/lib/format/team-formats";
import { localDateOf } from "@/lib/pipeline/local-date";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";

type UndoMergePageProps = { params: Promise<{ id: string; mergeId: string }> };

/** Read once for the title and the page; undefined: it is no merge of that customer. */
const mergeAt = cache(async (customerId: number, idText: string) => {
  const merge = await recordAt(idText, (id) => getMerge(db, id));
  return merge && [merge.fromId, merge.intoId].includes(customerId) ? merge : undefined;
});

export async function generateMetadata({ params }: UndoMergePageProps): Promise<Metadata> {
  await requireMember();
  const { id, mergeId } = await params;
  const customer = await loadCustomer(db, id);
  const merge = customer && (await mergeAt(customer.id, mergeId));
  return { title: merge ? `Undo the merge of ${merge.from}` : "Not found" };
}

/** A merge of customers, and what taking it back would change. */
export default async function UndoMergePage({ params }: UndoMergePageProps) {
  const { member, team } = await requireMember();
  const { id, mergeId } = await params;
  const customer = await loadCustomer(db, id);
  if (!customer) return <NothingHere />;
  const merge = await mergeAt(customer.id, mergeId);
  if (!merge) return <NothingHere />;
  const mergedOn = teamFormats(team).date(localDateOf(merge.mergedAt, team.timeZone));
  return (
    <>
      <BackLink href={customerAddress(customer.id)}>{customer.name}</BackLink>
      <PageHeader
        title={`Undo the merge of ${merge.from}`}
        lead={`Merged on ${mergedOn} by ${merge.mergedBy}`}
      />
      {merge.undoneAt ? <Notice>This merge is undone already.</Notice> : null}
      {!mayAdminister(member) ? <AdminsMerge /> : null}
      {mayAdminister(member) && !merge.undoneAt ? (
        <Card className="max-w-2xl">
          <PreviewForm action={undoMergeAction} hidden={{ mergeId: merge.id }} confirm="Undo the merge" />
        </Card>
      ) : null}
    </>
  );
}
