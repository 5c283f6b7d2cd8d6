"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { OnceShown } from "@/components/once-shown";
import { OpenedBy } from "@/components/opened-by";
import { Card } from "@/components/tremor/card";
import { useActionForm } from "@/components/use-action-form";
import { useLast } from "@/components/use-last";
import { makeResetLinkAction } from "@/lib/actions/reset-links";

type ResetLinkFormProps = {
  memberId: number;
  /** How long a link is good, in words. */
  goodFor: string;
};

/** Makes a link by which a member who forgot the password sets a new one; it is shown once, here. */
export function ResetLinkForm({ memberId, goodFor }: ResetLinkFormProps) {
  const { state, isPending, form } = useActionForm(makeResetLinkAction);
  const made = useLast(state.more);
  return (
    <Card>
      <form {...form} className="flex flex-col items-start gap-3">
        <OpenedBy />
        <h3 className="font-semibold">Forgotten password</h3>
        <p className="text-muted">
          You get a link to hand over. The password stays what it is until somebody sets a new one by it.
        </p>
        <input type="hidden" name="memberId" value={memberId} />
        <Button isPending={isPending}>Make a password link</Button>
        <FormAnswer state={state} />
        {made ? (
          <Notice isAnswer kind="done">
            <p className="font-medium">
              {made.name} can set a new password by this link. It is shown this once.
            </p>
            <p>
              It works one time and for {goodFor}, and signs {made.name} out everywhere.
            </p>
            <OnceShown key={made.link} label="Password link" secret={made.link} />
          </Notice>
        ) : null}
      </form>
    </Card>
  );
}
