import { ButtonLink } from "@/components/button-link";
import { withinPeriod } from "@/components/filters/within-period";
import { ImportCommands } from "@/components/import-commands";
import { TextLink } from "@/components/text-link";
import type { FigureFilter } from "@/db/queries/figure-filter";
import type { TeamFormats } from "@/lib/format/team-formats";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type Actor, mayAdminister, mayLog } from "@/lib/pipeline/permissions";
import { EmptyState } from "./empty-state";

type NothingLoggedProps = {
  /** What the figures of the view depend on: `from` null where it is only the last day. */
  filter: FigureFilter;
  today: LocalDate;
  /** How many conversations the whole log holds; those without a stage are in no figure. */
  logged: number;
  reader: Actor;
  formats: TeamFormats;
  path: string;
  params: AddressParams;
};

const alternatives = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** What of a filter could be chosen otherwise to find more: "a longer period or everyone"; "": it leaves nothing out. */
function whatHelps({ from, to, salespersonId }: FigureFilter, today: LocalDate): string {
  return alternatives.format([
    ...(from === null ? [] : ["a longer period"]),
    ...(to === today ? [] : ["a later day"]),
    ...(salespersonId === null ? [] : ["everyone"]),
  ]);
}

/** What stands instead of figures when no sales conversation is there to be counted. */
export function NothingLogged({ filter, today, logged, reader, formats, path, params }: NothingLoggedProps) {
  const advice = whatHelps(filter, today);
  if (advice !== "") {
    return (
      <EmptyState title={`No sales conversations ${filter.from === null ? "up to then" : "in this period"}`}>
        <p className="text-muted">
          Nothing with a stage was logged {withinPeriod(filter, formats)} that this filter keeps. Choose{" "}
          {advice}.
        </p>
        <TextLink
          href={pageAddress(path, { ...params, to: null, from: null, period: null, salesperson: null })}
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
      <ButtonLink variant="primary" href="/log" className="self-start">
        Log a conversation
      </ButtonLink>
      {mayAdminister(reader) ? <ImportCommands /> : null}
    </EmptyState>
  );
}
