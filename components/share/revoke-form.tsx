"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { useActionForm } from "@/components/use-action-form";
import { revokeShareLinkAction } from "@/lib/actions/share-links";

type RevokeFormProps = { link: { id: number; version: number } };

/** Revokes a shared link, after saying what that does. */
export function RevokeForm({ link }: RevokeFormProps) {
  const { state, isPending, form } = useActionForm(revokeShareLinkAction);
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <OpenedBy />
      <h3 className="font-semibold">Revoke</h3>
      <p className="text-muted">
        The link leads nowhere from then on, for good. A page that is open blanks within a minute.
      </p>
      <input type="hidden" name="id" value={link.id} />
      <input type="hidden" name="version" value={link.version} />
      <Button variant="danger" isPending={isPending}>
        Revoke the link
      </Button>
      <FormAnswer state={state} />
    </form>
  );
}
