import { ButtonForm } from "@/components/button-form";
import { Card } from "@/components/tremor/card";
import { removeMemberAction } from "@/lib/actions/members";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { OpenWork as Work } from "@/lib/members/read-open-work";
import { OpenWork } from "./open-work";

type RemoveMemberProps = {
  member: { id: number; name: string; version: number };
  isYou: boolean;
  /** What of theirs ends, in a sentence. */
  ending: string | undefined;
  work: Work;
  formats: TeamFormats;
};

/** Removes a member, after saying what that does. */
export function RemoveMember({ member, isYou, ending, work, formats }: RemoveMemberProps) {
  const whom = isYou ? "yourself" : member.name;
  return (
    <Card className="flex flex-col items-start gap-3">
      <h3 className="font-semibold">Remove from the team</h3>
      <p className="text-muted">
        {isYou ? "You are" : `${member.name} is`} signed out everywhere at once. {ending} What was recorded
        stays under {isYou ? "your" : "their"} name.
      </p>
      <OpenWork memberId={member.id} work={work} formats={formats} />
      <ButtonForm
        action={removeMemberAction}
        fields={{ memberId: member.id, version: member.version }}
        variant="danger"
        first={`Remove ${whom}…`}
      >
        Yes, remove {whom}
      </ButtonForm>
    </Card>
  );
}
