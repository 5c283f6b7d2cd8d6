import { FactList, listedFacts } from "@/components/conversations/fact-list";
import { NoteText } from "@/components/note-text";
import { Card } from "@/components/tremor/card";
import type { FactName, SaidInWords } from "@/lib/log/said-in-words";

const facts: readonly FactName[] = ["Stage", ...listedFacts, "Follow-up"];

/** What an entry of a removed member said, to be read only. */
export function DecidedEntry({ said }: { said: SaidInWords }) {
  return (
    <Card className="flex flex-col gap-4 sm:p-5">
      <p className="wrap-break-word font-semibold text-title">{said.Customer || "No customer"}</p>
      <NoteText note={said.Note} className="max-w-prose wrap-break-word" />
      <FactList facts={facts} said={said} />
    </Card>
  );
}
