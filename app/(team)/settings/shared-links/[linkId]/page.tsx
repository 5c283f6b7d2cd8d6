import type { Metadata } from "next";
import { cache } from "react";
import { ButtonForm } from "@/components/button-form";
import { NothingHere } from "@/components/nothing-here";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { ExtendForm } from "@/components/share/extend-form";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { getShareLink } from "@/db/queries/share-links";
import { revokeShareLinkAction } from "@/lib/actions/share-links";
import { requireMember } from "@/lib/auth/require-member";
import { teamFormats } from "@/lib/format/team-formats";
import { mayManageShare, mayShare } from "@/lib/pipeline/permissions";
import { recordAt } from "@/lib/record-id";
import { lastDayOfShare, offeredLastDay } from "@/lib/shares/share-rules";

type SharedLinkPageProps = { params: Promise<{ linkId: string }> };

/** Read once for the title and the page; undefined: there is none that the member may change. */
const linkAt = cache(async (idText: string) => {
  const { member } = await requireMember();
  const link = await recordAt(idText, (id) => getShareLink(db, id));
  return link && mayManageShare(member, link) ? link : undefined;
});

export async function generateMetadata({ params }: SharedLinkPageProps): Promise<Metadata> {
  const { member } = await requireMember();
  const link = await linkAt((await params).linkId);
  if (!mayShare(member)) return { title: "Settings" };
  return { title: link ? `Shared link “${link.title}”` : "Not found" };
}

/** One shared link: how long it is good. */
export default async function SharedLinkPage({ params }: SharedLinkPageProps) {
  const { member, team, today } = await requireMember();
  if (!mayShare(member)) return <AdminsOnly />;
  const link = await linkAt((await params).linkId);
  if (!link) return <NothingHere heading="h2" />;
  const now = new Date();
  const { expiresAt } = link;
  const good = expiresAt
    ? `${expiresAt <= now ? "It was good" : "Good"} up to ${teamFormats(team).date(lastDayOfShare(expiresAt, team.timeZone))}.`
    : "Good until it is revoked.";
  const seen = { id: link.id, version: link.version };
  return (
    <>
      <SectionHeading
        title={link.title}
        lead={`Made by ${link.madeBy}`}
        back={{ href: "/settings/shared-links", label: "Shared links" }}
      />
      {link.revokedAt ? (
        <p className="text-muted">This link has been revoked.</p>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card>
            <ExtendForm
              key={link.version}
              link={seen}
              good={good}
              until={offeredLastDay(expiresAt, { now, today, timeZone: team.timeZone }) ?? ""}
              today={today}
              mayBeOpen={link.customersMasked}
            />
          </Card>
          <Card className="flex flex-col items-start gap-3">
            <h3 className="font-semibold">Revoke</h3>
            <p className="text-muted">
              The link leads nowhere from then on, for good. A page that is open blanks within a minute.
            </p>
            <ButtonForm action={revokeShareLinkAction} fields={seen} variant="danger">
              Revoke the link
            </ButtonForm>
          </Card>
        </div>
      )}
    </>
  );
}
