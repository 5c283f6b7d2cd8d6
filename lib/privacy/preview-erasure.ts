import type { Database } from "@/db/client";
import { type Called, listNamedAfter, listNamesakes } from "@/db/queries/person-namesakes";
import { listPersonFacts, listPersonRows } from "@/db/queries/person-traces";
import { getMember } from "@/db/queries/team-members";
import { dryRun } from "@/lib/dry-run";
import { figureChanges, readKeyFigures } from "@/lib/figures/figure-changes";
import { plural } from "@/lib/format/plural";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import type { Present } from "@/lib/log/log-from-form";
import { type Preview, previewOf } from "@/lib/preview";
import { RuleError } from "@/lib/rule-error";
import { erasedName, erasePerson, marksOf, type Person } from "./erase-person";
import { mentions, personPattern } from "./person-pattern";

const mostListed = 20;

const soCalled = (found: readonly Called[], pattern: string) =>
  found.filter(({ texts }) => texts.some((text) => mentions(text, pattern))).map(({ is }) => is);

function listed(what: string, names: readonly string[], { count }: TeamFormats): string[] {
  if (names.length === 0) return [];
  const more = names.length - mostListed;
  const shown = names.slice(0, mostListed).join("; ");
  return [`${what}: ${shown}${more > 0 ? `; and ${count(more)} more` : ""}.`];
}

/** What erasing a person would change, by doing it and taking it back. @throws RuleError as erasePerson. */
export async function previewErasure(
  db: Database,
  person: Person,
  { member: actor, team, today }: Present,
  now: Date,
): Promise<Preview> {
  const formats = teamFormats(team);
  return dryRun(db, async (tx) => {
    const asked = { today, currencyDigits: team.currencyDigits };
    const rows = await listPersonRows(tx, person.kind, person.id);
    const marks = marksOf(await listPersonFacts(tx, rows));
    const [name] = marks.names;
    if (name === undefined) throw new RuleError("There is nobody to erase here any more.");
    const pattern = personPattern(marks) ?? "";
    const others = soCalled(await listNamesakes(tx, rows, pattern), pattern);
    const things = soCalled(await listNamedAfter(tx, pattern), pattern);
    const member = person.kind === "member" ? await getMember(tx, person.id) : undefined;
    const figures = await readKeyFigures(tx, asked);
    const { notes, texts } = await erasePerson(tx, { ...person, actor, now, typed: name });
    const count = (many: number, one: string, more: string) =>
      `${formats.count(many)} ${plural(many, one, more)}`;
    const contacts = rows.contactIds.length;
    return previewOf(person, {
      sentences: [
        `From then on this person is called “${erasedName(person)}”. E-mail, phone and ways to sign in go.`,
        ...(member && !member.removedAt
          ? [
              `${member.name} is put out of the team: signed out everywhere at once; tokens, shared links and open invitations of theirs end.`,
            ]
          : []),
        ...(person.kind === "customer" ? [`${count(contacts, "contact goes", "contacts go")} along.`] : []),
        `The notes of ${count(notes, "conversation", "conversations")} are blanked, or their mention taken out, in every version.`,
        `${count(texts, "other text loses", "other texts lose")} the mention.`,
        ...listed("Of the same name, or reached the same way, and not erased along", others, formats),
        ...listed("Called after this person, and keeping the name until you change it", things, formats),
        "This cannot be undone. Backup files and exports made before still hold the person.",
      ],
      rows: [],
      figures: figureChanges(figures, await readKeyFigures(tx, asked), formats),
    });
  });
}
