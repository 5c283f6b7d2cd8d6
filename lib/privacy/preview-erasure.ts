import type { Database } from "@/db/client";
import { type Called, listNamedAfter, listNamesakes } from "@/db/queries/person-namesakes";
import { getMember } from "@/db/queries/team-members";
import { plural } from "@/lib/format/plural";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { asAdmin } from "@/lib/members/as-admin";
import { type Preview, previewOf } from "@/lib/preview";
import { countErased } from "./erase-mentions";
import { checkMayErase, erasedName } from "./erase-person";
import { findPerson, type Person } from "./find-person";
import { personFinder } from "./person-finder";
import { mentions, type PersonFinder, searchPattern } from "./person-pattern";

const mostListed = 20;

const soCalled = (found: readonly Called[], pattern: PersonFinder) =>
  found.filter(({ texts }) => texts.some((text) => mentions(text, pattern))).map(({ is }) => is);

function listed(what: string, names: readonly string[], { count }: TeamFormats): string[] {
  if (names.length === 0) return [];
  const more = names.length - mostListed;
  const shown = names.slice(0, mostListed).join("; ");
  return [`${what}: ${shown}${more > 0 ? `; and ${count(more)} more` : ""}.`];
}

const ifAny = (count: number, sentence: string) => (count > 0 ? [sentence] : []);

type Asked = { person: Person; actor: MemberContext["member"]; formats: TeamFormats };

async function sentencesOn(tx: Database, { person, actor, formats }: Asked): Promise<string[]> {
  const found = await findPerson(tx, person);
  await checkMayErase(tx, person, actor.id);
  const pattern = personFinder(found.marks) ?? (() => []);
  const searched = searchPattern(found.marks);
  const others = soCalled(await listNamesakes(tx, found.rows, searched), pattern);
  const things = soCalled(await listNamedAfter(tx, searched), pattern);
  const member = person.kind === "member" ? await getMember(tx, person.id) : undefined;
  const contacts = person.kind === "customer" ? found.rows.contactIds.length : 0;
  const { notes, texts } = await countErased(tx, found);
  const count = (many: number, one: string, more: string) =>
    `${formats.count(many)} ${plural(many, one, more)}`;
  return [
    `From then on this person is called “${erasedName(person)}”. E-mail, phone and ways to sign in go.`,
    ...(member && !member.removedAt
      ? [
          `${member.name} is put out of the team: signed out everywhere at once; tokens, shared links and open invitations of theirs end.`,
        ]
      : []),
    ...ifAny(contacts, `${count(contacts, "contact goes", "contacts go")} along.`),
    ...ifAny(
      notes,
      `The notes of ${count(notes, "conversation", "conversations")} are blanked, or their mention taken out, in every version.`,
    ),
    ...ifAny(texts, `${count(texts, "other text loses", "other texts lose")} the mention.`),
    ...listed("Of the same name, or reached the same way, and not erased along", others, formats),
    ...listed("Called after this person, and keeping the name until you change it", things, formats),
    "This cannot be undone. Backup files and exports made before still hold the person.",
  ];
}

/**
 * What erasing a person would change, looked up as the act itself does. Nobody waits for it, as it writes nothing;
 * figures are not compared, as erasing changes none.
 *
 * @throws RuleError as erasePerson.
 */
export async function previewErasure(
  db: Database,
  person: Person,
  { member: actor, team }: Pick<MemberContext, "member" | "team">,
): Promise<Preview> {
  const asked = { person, actor, formats: teamFormats(team) };
  const sentences = await db.transaction((tx) => asAdmin(tx, actor, (own) => sentencesOn(own, asked)), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  return previewOf(person, { sentences, rows: [], figures: [] });
}
