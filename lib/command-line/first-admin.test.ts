import { expect, test } from "vitest";
import { placeOfTeam } from "./first-admin";

test.each([
  [{ DATABASE_URL: "", PIPELOG_DATA: "/var/lib/pipelog", PGHOST: "/run/x" }, "/var/lib/pipelog"],
  [{ PGDATABASE: "sales", PGHOST: "localhost" }, "the database sales at localhost"],
  [
    { DATABASE_URL: " postgres://me:geheim@db.example:5433/sales?password=geheim ", PIPELOG_DATA: "/x" },
    "the database postgres://me@db.example:5433/sales",
  ],
  [
    { DATABASE_URL: "postgres://me:ge?heim@one.example:5432,two.example:5432/sales" },
    "the database postgres://me@one.example:5432,two.example:5432/sales",
  ],
  [{ DATABASE_URL: "postgresql://db.example/sales" }, "the database postgresql://db.example/sales"],
])("a team is looked for in %o: %s", (env, place) => {
  expect(placeOfTeam(env)).toBe(place);
});
