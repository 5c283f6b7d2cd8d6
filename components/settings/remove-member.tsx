"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { SecondStep } from "@/components/second-step";
import { Card } from "@/components/tremor/card";
import { useActionForm } from "@/components/use-action-form";
import { removeMemberAction } from "@/lib/actions/members";

type RemoveMemberProps = {
  member: { id: number; name: string; version: number };
  isYou: boolean;
  /** What of theirs ends, in a sentence. */
  ending: string | undefined;
};

/** Removes a member, after saying what that does. */
export function RemoveMember({ member, isYou, ending }: RemoveMemberProps) {
  const { state, isPending, form } = useActionForm(removeMemberAction);
  const whom = isYou ? "yourself" : member.name;
  return (
    <Card>
      <form {...form} className="flex flex-col items-start gap-3">
        <OpenedBy />
        <h3 className="font-semibold">Remove from the team</h3>
        <p className="text-muted">
          {isYou ? "You are" : `${member.name} is`} signed out everywhere at once. {ending} What was recorded
          stays under {isYou ? "your" : "their"} name.
        </p>
        <input type="hidden" name="memberId" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <SecondStep first={`Remove ${whom}…`}>
          <Button variant="danger" isPending={isPending}>
            Yes, remove {whom}
          </Button>
        </SecondStep>
        <FormAnswer state={state} />
      </form>
    </Card>
  );
}
