import type { Route } from "next";
import { ButtonLink } from "@/components/button-link";
import { ImportCommands } from "@/components/import-commands";
import { TextLink } from "@/components/text-link";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import { type Actor, mayAdminister, mayLog } from "@/lib/pipeline/permissions";
import { EmptyState } from "./empty-state";

type NothingLoggedProps = {
  /** The view shows everybody's conversations up to today: none with a stage is there at all. */
  isEverything: boolean;
  /** How many conversations the whole log holds; those without a stage are in no figure. */
  logged: number;
  reader: Actor;
  /** The as-of day in words. */
  day: string;
  path: string;
  params: AddressParams;
};

/** What stands instead of figures when no sales conversation is there to be counted. */
export function NothingLogged({ isEverything, logged, reader, day, path, params }: NothingLoggedProps) {
  if (!isEverything) {
    return (
      <EmptyState title="No sales conversations up to then">
        <p className="text-muted">
          Nothing with a stage was logged up to {day} that this filter keeps. Choose a later day or everyone.
        </p>
        <TextLink
          href={pageAddress(path, { ...params, to: null, from: null, period: null, salesperson: null })}
          className="font-medium text-accent"
        >
          Show everything up to today
        </TextLink>
      </EmptyState>
    );
  }
  const isWithoutStage = logged > 0;
  if (!mayLog(reader)) {
    return (
      <EmptyState title="Your pipeline appears here">
        <p className="text-muted">
          {isWithoutStage
            ? "Your team has logged conversations, but none with a stage. The figures appear once one about a sale carries its stage."
            : "The figures appear once your team logs its first conversation about a sale."}
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Your pipeline appears here">
      <p className="text-muted">
        {isWithoutStage
          ? "Conversations are logged, but none has a stage: choose a stage when a conversation is about a sale, and the figures appear here."
          : "Every figure is counted from the conversations your team logs: one about a sale carries a stage."}
      </p>
      <ButtonLink variant="primary" href={"/log" as Route} className="self-start">
        Log a conversation
      </ButtonLink>
      {mayAdminister(reader) ? <ImportCommands /> : null}
    </EmptyState>
  );
}
