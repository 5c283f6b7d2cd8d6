import type { Route } from "next";
import type { Database } from "@/db/client";
import { listSalespeople } from "@/db/queries/members";
import { type FoundContact, type FoundCustomer, type FoundDeal, findDeals } from "@/db/queries/search";
import { findNotes } from "@/db/queries/search-notes";
import { listStages } from "@/db/queries/stages";
import { customerAddress } from "@/lib/customers/customer-address";
import { customerStanding } from "@/lib/customers/customer-standing";
import { cutText } from "@/lib/format/cut-text";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { isMisspellingOf } from "@/lib/pipeline/misspelling";
import { nameKey } from "@/lib/pipeline/name-key";
import { namePlace } from "@/lib/pipeline/name-place";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { plainKey, withoutAccents } from "@/lib/pipeline/without-accents";
import { storable } from "@/lib/storable";
import { inOneLine } from "@/lib/wording/in-one-line";
import { appPlaces } from "./app-places";
import { longestSearch } from "./longest-search";
import { searchContacts, searchCustomers } from "./look-up-names";
import { noteExcerpt, type Piece } from "./note-excerpt";

const hitKinds = ["customer", "contact", "deal", "action", "page", "note", "stage", "person"] as const;
export type HitKind = (typeof hitKinds)[number];

/** Something that was found: what it is called, what tells it from others, where it leads. */
export type SearchHit = { title: string; hint: string; href: Route; excerpt?: Piece[] };

/** What was found of one kind; `isMore`: there is more than was asked for. */
export type SearchGroup = { kind: HitKind; hits: SearchHit[]; isMore: boolean };

type RankedGroup = SearchGroup & { place: number };

function customerHit(customer: FoundCustomer): SearchHit {
  const { id, name, mergedIntoId } = customer;
  return { title: name, hint: customerStanding(customer), href: customerAddress(mergedIntoId ?? id) };
}

function contactHit({ name, role, email, phone, customer, customerId, isArchived }: FoundContact): SearchHit {
  const hint = inOneLine([customer, role, phone || email, isArchived && "archived"]);
  return { title: name, hint, href: customerAddress(customerId) };
}

function dealHit({ id, name, customer, isArchived }: FoundDeal): SearchHit {
  const hint = inOneLine([customer, isArchived && "archived"]);
  return { title: name, hint, href: pageAddress(`/deals/${id}`) };
}

function placeHits(kind: "page" | "action", key: string, actor: Actor) {
  return appPlaces
    .filter((place) => place.kind === kind && place.isFor(actor))
    .map((place) => {
      const byTitle = namePlace(nameKey(place.title), key);
      const byOther = ` ${place.also}`.includes(` ${key}`) ? 4 : 5;
      return { place: key === "" ? 4 : Math.min(byTitle, byOther), at: place };
    })
    .filter(({ place }) => place < 5)
    .sort((one, other) => one.place - other.place)
    .map(({ place, at }) => ({ place, hit: { title: at.title, hint: at.hint, href: at.href as Route } }));
}

function groupOf(kind: HitKind, found: { place: number; hit: SearchHit }[], limit: number): RankedGroup {
  const hits = found.slice(0, limit).map(({ hit }) => hit);
  return { kind, hits, isMore: found.length > limit, place: found[0]?.place ?? 9 };
}

const atPlace = (place: number, hits: readonly SearchHit[]) => hits.map((hit) => ({ place, hit }));

/** The action one most likely looks a customer up for. */
function logFor(customer: FoundCustomer | undefined, key: string, actor: Actor) {
  if (!customer || customer.isArchived || !mayLog(actor)) return [];
  const place = namePlace(customer.nameKey, key);
  const href = pageAddress("/log", { customer: String(customer.id) });
  return place > 3
    ? []
    : [{ place: 6, hit: { title: `Log a conversation with ${customer.name}`, hint: "", href } }];
}

const notePlace = 7;
const listPlace = 8;

/** Those of a short list whose names a search means, however accented and with a letter wrong. */
function named<One extends { name: string }>(list: readonly One[], key: string): One[] {
  const plain = withoutAccents(key);
  return list.filter(({ name }) => {
    const other = plainKey(name);
    return isMisspellingOf(plain, other) || (plain.length > 2 && other.includes(plain));
  });
}

/** The stages and the people of the team a search means: they lead to the customers that stand there or are theirs. */
async function findOfTeam(db: Database, key: string) {
  const [stages, people] = await Promise.all([listStages(db), listSalespeople(db)]);
  const stageHits = named(
    stages.filter(({ mergedIntoId }) => mergedIntoId === null),
    key,
  ).map(({ id, name, isArchived }) => ({
    title: name,
    hint: inOneLine(["customers at this stage", isArchived && "archived"]),
    href: pageAddress("/stages", { stage: String(id) }),
  }));
  const personHits = named(people, key).map(({ id, name }) => ({
    title: name,
    hint: "their customers by stage",
    href: pageAddress("/stages", { salesperson: String(id) }),
  }));
  return { stageHits, personHits };
}

const nothingOfTeam = { stageHits: [], personHits: [] };

/**
 * What a search finds of everything: customers and contacts (misspelt ones too), named deals, notes of conversations
 * by their words, pages and actions, stages and people of the team; of each kind at most `limit`. The kind with the best
 * fitting name comes first, notes, stages and people last. Without a search: what one can do and where one can go.
 */
export async function searchEverything(
  db: Database,
  { search, limit, actor, formats }: { search: string; limit: number; actor: Actor; formats: TeamFormats },
): Promise<SearchGroup[]> {
  const text = cutText(storable(search).trim(), longestSearch);
  const key = nameKey(text);
  const asked = { search: text, limit: limit + 1 };
  const [customers, contacts, deals, notes, { stageHits, personHits }] =
    key === ""
      ? [[], [], [], [], nothingOfTeam]
      : await Promise.all([
          searchCustomers(db, asked),
          searchContacts(db, asked),
          findDeals(db, asked),
          findNotes(db, asked),
          findOfTeam(db, key),
        ]);
  const groups: RankedGroup[] = [
    groupOf(
      "customer",
      customers.map((customer) => ({ place: namePlace(customer.nameKey, key), hit: customerHit(customer) })),
      limit,
    ),
    groupOf(
      "contact",
      contacts.map((contact) => ({ place: namePlace(contact.nameKey, key), hit: contactHit(contact) })),
      limit,
    ),
    groupOf(
      "deal",
      deals.map((deal) => ({ place: namePlace(deal.nameKey, key), hit: dealHit(deal) })),
      limit,
    ),
    groupOf("action", [...placeHits("action", key, actor), ...logFor(customers[0], key, actor)], limit),
    groupOf("page", placeHits("page", key, actor), limit),
    groupOf(
      "note",
      notes.map(({ id, customer, note, heldBy, occurredOn, isCorrected }) => ({
        place: notePlace,
        hit: {
          title: customer,
          hint: inOneLine([formats.date(occurredOn), heldBy, isCorrected && "corrected"]),
          href: `/conversations/${id}` as Route,
          excerpt: noteExcerpt(note, text),
        },
      })),
      limit,
    ),
    groupOf("stage", atPlace(listPlace, stageHits), limit),
    groupOf("person", atPlace(listPlace, personHits), limit),
  ];
  return groups
    .filter(({ hits }) => hits.length > 0)
    .sort((one, other) => one.place - other.place)
    .map(({ kind, hits, isMore }) => ({ kind, hits, isMore }));
}
