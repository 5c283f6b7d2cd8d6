"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { OnceShown } from "@/components/once-shown";
import { OpenedBy } from "@/components/opened-by";
import { useMakingForm } from "@/components/use-making-form";
import { makeShareLinkAction } from "@/lib/actions/share-links";
import { type ShareDraft, ShareFields } from "./share-fields";

/** Makes a link to a view; its address is shown once, here. */
export function ShareForm({ draft }: { draft: ShareDraft }) {
  const { state, made, isPending, form } = useMakingForm(makeShareLinkAction);
  const { errors } = state;

  return (
    <form {...form} className="flex flex-col gap-4">
      <OpenedBy />
      <ShareFields draft={draft} state={{ errors, values: state.values }} />
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? "Making the link…" : made ? "Make another link" : "Make the link"}
      </Button>
      <FormAnswer state={state} />
      {made ? (
        <Notice isAnswer kind="done">
          <p className="font-medium">
            “{made.title}” is shared{" "}
            {made.asksPassphrase ? "with whoever knows the passphrase" : "with whoever has the link"}. Copy
            the link now: it is shown this once. Change something above, such as the title, to make another.
          </p>
          <OnceShown key={made.id} label="Link" secret={made.address} />
        </Notice>
      ) : null}
    </form>
  );
}
