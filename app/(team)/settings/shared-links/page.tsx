import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { linkInWords } from "@/components/share/link-in-words";
import { ShareLinkList } from "@/components/share/share-link-list";
import { db } from "@/db/client";
import { listSalespeople } from "@/db/queries/members";
import { type ListedShareLink, listShareLinks } from "@/db/queries/share-links";
import { listStages } from "@/db/queries/stages";
import { requireMember } from "@/lib/auth/require-member";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { mayAdminister, mayShare } from "@/lib/pipeline/permissions";
import { lastDayOfShare } from "@/lib/shares/share-rules";

export const metadata: Metadata = { title: "Shared links" };

/** What is shared outside the team: an admin sees everybody's links, a member their own. */
export default async function SharedLinksPage() {
  const { member, team, today } = await requireMember();
  if (!mayShare(member)) return <AdminsOnly />;
  const isAdmin = mayAdminister(member);
  const [links, people, stages] = await Promise.all([
    listShareLinks(db, isAdmin ? null : member.id),
    listSalespeople(db),
    listStages(db),
  ]);
  const formats = teamFormats(team);
  const now = new Date();
  const when = (at: Date) => dayAndTime(at, team.timeZone, formats);
  const lastDay = (end: Date) => formats.date(lastDayOfShare(end, team.timeZone));
  const names = {
    people: new Map(people.map(({ id, name }) => [id, name])),
    stages: new Map(stages.map(({ id, name }) => [id, name])),
  };
  const row = (link: ListedShareLink) => {
    const { id, title, madeBy, createdAt, expiresAt, views, lastViewedAt } = link;
    const isOver = expiresAt !== null && expiresAt <= now;
    const opened = `${formats.count(views)} ${plural(views, "view", "views")}`;
    return {
      id,
      title,
      what: linkInWords(link, { names, today, formats }),
      made: `made by ${madeBy} on ${when(createdAt)}`,
      until: expiresAt ? `${isOver ? "was good" : "good"} up to ${lastDay(expiresAt)}` : "good until revoked",
      isOver,
      views: lastViewedAt ? `${opened}, the last ${when(lastViewedAt)}` : opened,
    };
  };
  return (
    <>
      <SectionHeading
        title="Shared links"
        lead={`${isAdmin ? "Everybody’s" : "Your"} links to views of the team’s figures. Views are openings by others: the team’s own do not count.`}
      />
      {links.length === 0 ? (
        <EmptyState title="Nothing is shared">
          <p className="text-muted">
            Press Share on the overview, the stages or the analysis: whoever gets the link reads exactly that,
            without signing in.
          </p>
        </EmptyState>
      ) : (
        <ShareLinkList rows={links.map(row)} />
      )}
    </>
  );
}
