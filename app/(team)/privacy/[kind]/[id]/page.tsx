import type { Metadata } from "next";
import { cache } from "react";
import { BackLink } from "@/components/back-link";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { EraseForm } from "@/components/privacy/erase-form";
import { ExportCard } from "@/components/privacy/export-card";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { localDateOf } from "@/lib/pipeline/local-date";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { readErasure } from "@/lib/privacy/read-erasure";
import { readPerson } from "@/lib/privacy/read-person";

const allOfThem = "Name, details and notes are blanked everywhere, earlier versions included.";

/** What erasing takes: what a member noted is the customers' and the team's, and stays but for where it names them. */
const taken = {
  contact: allOfThem,
  customer: allOfThem,
  member:
    "Name and details are blanked everywhere, earlier versions included. Notes stay, but for the name in them.",
} as const;

const wayBack = { contact: "Contact", customer: "Customer", member: "Member" } as const;

type PrivacyPageProps = { params: Promise<{ kind: string; id: string }> };

/** Read once for the title and the page. */
const personAt = cache((kind: string, id: string) => readPerson(db, { kind, id }));

export async function generateMetadata({ params }: PrivacyPageProps): Promise<Metadata> {
  await requireMember();
  const { kind, id } = await params;
  const person = await personAt(kind, id);
  return { title: person ? `What is held on the ${person.kind} ${person.name}` : "Not found" };
}

/** What the team holds on a person: to hand over on request, or to erase; or that it was erased. */
export default async function PrivacyPage({ params }: PrivacyPageProps) {
  const { member, team } = await requireMember();
  const { kind, id } = await params;
  const person = await personAt(kind, id);
  if (!person) return <NothingHere />;
  const erasure = mayAdminister(member) ? await readErasure(db, person) : undefined;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <BackLink href={person.page}>{wayBack[person.kind]}</BackLink>
      <PageHeader title={person.name} lead={`What is held on this ${person.kind}`} />
      {!mayAdminister(member) ? (
        <Notice>Only admins export and erase what is held on a person.</Notice>
      ) : null}
      {erasure ? (
        <Notice kind="done">
          The details of this person were erased on{" "}
          {teamFormats(team).date(localDateOf(erasure.erasedAt, team.timeZone))} by {erasure.erasedBy}.
          {erasure.isBlank ? "" : " Something has been written about them since."}
        </Notice>
      ) : null}
      {mayAdminister(member) && !erasure?.isBlank ? (
        <>
          <ExportCard kind={person.kind} id={person.id} />
          <Card className="flex flex-col gap-3">
            <h2 className="font-semibold">Erase on request</h2>
            <p className="text-muted">{taken[person.kind]} Figures stay as they are.</p>
            <EraseForm kind={person.kind} id={person.id} name={person.name} />
          </Card>
        </>
      ) : null}
    </div>
  );
}
