import { TextLink } from "@/components/text-link";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { OpenWork as Work } from "@/lib/members/read-open-work";
import { pageAddress } from "@/lib/page-address";

type OpenWorkProps = { memberId: number; work: Work; formats: TeamFormats };

/** What somebody who leaves, or has left, leaves open, with the way there; nothing where nothing is open. */
export function OpenWork({ memberId, work: { deals, followUps }, formats: { count } }: OpenWorkProps) {
  if (deals + followUps === 0) return null;
  const inPipeline = pageAddress("/deals", { figure: "in-pipeline", salesperson: String(memberId) });
  const advice = [
    deals > 0 ? "reassign the deals" : "",
    followUps > 0 ? "the follow-ups stand under Everybody's" : "",
  ];
  return (
    <p>
      Left open:{" "}
      {deals > 0 ? (
        <TextLink href={inPipeline}>
          {count(deals)} {plural(deals, "open deal", "open deals")}
        </TextLink>
      ) : null}
      {deals > 0 && followUps > 0 ? " and " : ""}
      {followUps > 0 ? (
        <TextLink href={pageAddress("/follow-ups", { whose: String(memberId) })}>
          {count(followUps)} {plural(followUps, "follow-up", "follow-ups")} not done
        </TextLink>
      ) : null}
      . Nobody else is reminded of them: {advice.filter(Boolean).join("; ")}.
    </p>
  );
}
