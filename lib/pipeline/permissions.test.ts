import { describe, expect, it } from "vitest";
import { mayAdminister, mayChangeDeal, mayCorrect, mayLog, mayManageShare, mayShare } from "./permissions";
import { type Role, roles } from "./role";

const me = 1;
const somebody = 2;
const other = 3;

describe("who corrects and deletes a conversation", () => {
  const relations = {
    "held and recorded it": { heldById: me, recordedById: me },
    "held it": { heldById: me, recordedById: somebody },
    "recorded it": { heldById: somebody, recordedById: me },
    "has nothing to do with it": { heldById: somebody, recordedById: other },
  };
  type Relation = keyof typeof relations;
  const everyone = Object.keys(relations) as Relation[];
  /** Of imported history whoever recorded it is who imported it. */
  const may: Record<Role, { logged: Relation[]; imported: Relation[] }> = {
    admin: { logged: everyone, imported: everyone },
    member: {
      logged: ["held and recorded it", "held it", "recorded it"],
      imported: ["held and recorded it", "held it"],
    },
    viewer: { logged: [], imported: [] },
  };

  it.each(
    roles.flatMap((role) =>
      everyone.flatMap((relation) =>
        (["logged", "imported"] as const).map((origin) => ({
          ...{ role, relation, origin },
          verb: may[role][origin].includes(relation) ? "may" : "may not",
        })),
      ),
    ),
  )("a(n) $role who $relation, $origin: $verb", ({ role, relation, origin, verb }) => {
    const conversation = { ...relations[relation], importId: origin === "imported" ? 7 : null };
    expect(mayCorrect({ id: me, role }, conversation)).toBe(verb === "may");
  });
});

describe("who changes a deal", () => {
  const owners = {
    "owns it": [{ id: me }],
    "owns one of two": [{ id: me }, { id: somebody }],
    "owns none": [{ id: somebody }],
    "asks for one that is nobody's": [],
  };

  it.each([
    ["admin", "owns it", true],
    ["admin", "owns one of two", true],
    ["admin", "owns none", true],
    ["admin", "asks for one that is nobody's", true],
    ["member", "owns it", true],
    ["member", "owns one of two", false],
    ["member", "owns none", false],
    ["member", "asks for one that is nobody's", false],
    ["viewer", "owns it", false],
    ["viewer", "owns one of two", false],
    ["viewer", "owns none", false],
    ["viewer", "asks for one that is nobody's", false],
  ] as const)("a(n) %s who %s: %s", (role, relation, may) => {
    expect(mayChangeDeal({ id: me, role }, owners[relation])).toBe(may);
  });
});

it.each([
  ["admin", { log: true, administer: true, share: true, manageOwnLink: true, manageAnothersLink: true }],
  ["member", { log: true, administer: false, share: true, manageOwnLink: true, manageAnothersLink: false }],
  [
    "viewer",
    { log: false, administer: false, share: false, manageOwnLink: false, manageAnothersLink: false },
  ],
] as const)("what a(n) %s may besides", (role, may) => {
  const actor = { id: me, role };
  expect({
    log: mayLog(actor),
    administer: mayAdminister(actor),
    share: mayShare(actor),
    manageOwnLink: mayManageShare(actor, { madeById: me }),
    manageAnothersLink: mayManageShare(actor, { madeById: somebody }),
  }).toEqual(may);
});
