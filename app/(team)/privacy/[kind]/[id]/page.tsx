import type { Metadata } from "next";
import { buttonClass } from "@/components/button-class";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { EraseForm } from "@/components/privacy/erase-form";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { readPerson } from "@/lib/privacy/read-person";

export const metadata: Metadata = { title: "What is held on a person" };

/** What the team holds on a person: to hand over on request, or to erase. */
export default async function PrivacyPage({ params }: { params: Promise<{ kind: string; id: string }> }) {
  const { member } = await requireMember();
  const person = await readPerson(db, await params);
  if (!person) return <NothingHere />;
  const { kind, id, name } = person;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeader title={name} lead={`What is held on this ${kind}`} />
      {!mayAdminister(member) ? (
        <Notice>Only admins export and erase what is held on a person.</Notice>
      ) : null}
      {mayAdminister(member) ? (
        <>
          <Card className="flex flex-col items-start gap-3">
            <h2 className="font-semibold">Export</h2>
            <p className="text-muted">
              One JSON file: the details, what was changed in them, and every version of every conversation
              that was held with or by this person or mentions them.
            </p>
            <a href={`/privacy/${kind}/${id}/export`} download className={buttonClass()}>
              Export all that is held
            </a>
          </Card>
          <Card className="flex flex-col gap-3">
            <h2 className="font-semibold">Erase on request</h2>
            <p className="text-muted">
              Name, details and notes are blanked everywhere, earlier versions included. Figures stay as they
              are.
            </p>
            <EraseForm kind={kind} id={id} name={name} />
          </Card>
        </>
      ) : null}
    </div>
  );
}
