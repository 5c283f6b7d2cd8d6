import { TextLink } from "@/components/text-link";
import { plural } from "@/lib/format/plural";
import type { OpenWork as Work } from "@/lib/members/read-open-work";
import { pageAddress } from "@/lib/page-address";

type OpenWorkProps = { memberId: number; work: Work };

/** What somebody who leaves, or has left, leaves open, with the way there; nothing where nothing is open. */
export function OpenWork({ memberId, work: { deals, followUps } }: OpenWorkProps) {
  if (deals + followUps === 0) return null;
  const inPipeline = pageAddress("/deals", { figure: "in-pipeline", salesperson: String(memberId) });
  return (
    <p>
      Left open:{" "}
      <TextLink href={inPipeline}>
        {deals} {plural(deals, "open deal", "open deals")}
      </TextLink>{" "}
      and{" "}
      <TextLink href={pageAddress("/follow-ups", { whose: String(memberId) })}>
        {followUps} {plural(followUps, "follow-up", "follow-ups")} not done
      </TextLink>
      . Nobody else is reminded of them: reassign the deals; the follow-ups stand under Everybody's.
    </p>
  );
}
