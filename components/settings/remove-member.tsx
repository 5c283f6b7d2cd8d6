"use client";

import { useActionState } from "react";
import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { Card } from "@/components/tremor/card";
import { untouchedForm } from "@/lib/actions/form-state";
import { removeMemberAction } from "@/lib/actions/members";

type RemoveMemberProps = { member: { id: number; name: string; version: number }; isYou: boolean };

/** Removes a member, after saying what that does. */
export function RemoveMember({ member, isYou }: RemoveMemberProps) {
  const [state, formAction, isPending] = useActionState(removeMemberAction, untouchedForm);
  const whom = isYou ? "yourself" : member.name;
  return (
    <Card>
      <form action={formAction} className="flex flex-col items-start gap-3">
        <h3 className="font-semibold">Remove from the team</h3>
        <FormAnswer state={state} />
        <p className="text-muted">
          {isYou ? "You are" : `${member.name} is`} signed out everywhere at once; tokens and open invitations
          of {isYou ? "yours" : "theirs"} end. What was recorded stays under {isYou ? "your" : "their"} name.
        </p>
        <input type="hidden" name="memberId" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <details className="group">
          <summary className="touch-target inline-flex min-h-9 items-center rounded-control border border-border-strong/60 px-3 font-medium hover:bg-surface-hover group-open:mb-3">
            Remove {whom}…
          </summary>
          <Button variant="danger" isPending={isPending}>
            Yes, remove {whom}
          </Button>
        </details>
      </form>
    </Card>
  );
}
