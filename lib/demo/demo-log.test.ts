import { describe, expect, it } from "vitest";
import { addMonths } from "@/lib/pipeline/local-date";
import { demoLog } from "./demo-log";
import { demoStages } from "./demo-stages";
import { demoTeam, sellers } from "./demo-team";

describe.each(["2026-11-24", "2028-02-29", "2026-01-01"])("the demo of %s", (today) => {
  const { stages, customers, conversations } = demoLog(today);

  it("is 6,000 conversations of six people with some 400 customers, a year and a half until today", () => {
    expect(conversations).toHaveLength(6000);
    expect(customers).toHaveLength(400);
    expect(new Set(conversations.map((row) => row.customer)).size).toBeGreaterThan(370);
    expect(new Set(conversations.map((row) => row.employee))).toEqual(
      new Set(sellers.map(({ name }) => name)),
    );
    expect(sellers.map(({ name }) => name)).toContain(demoTeam.adminName);
    const days = conversations.map(({ date }) => date.slice(0, 10));
    expect(days.at(-1)).toBe(today);
    expect(days[0] && days[0] >= addMonths(today, -18) && days[0] < addMonths(today, -17)).toBe(true);
    expect(conversations.some(({ date }) => date > today)).toBe(false);
  });

  it("uses every stage", () => {
    expect(stages).toHaveLength(demoStages.length);
    for (const { name } of stages)
      expect(conversations.filter((row) => row.stage === name).length).toBeGreaterThan(15);
  });

  it("has follow-ups due today, overdue and to come", () => {
    const promised = conversations.filter((row) => row.completed === "no").map((row) => row.follow_up_on);
    expect(promised.filter((on) => on === today).length).toBeGreaterThan(5);
    expect(promised.filter((on) => on < today).length).toBeGreaterThan(5);
    expect(promised.filter((on) => on > today).length).toBeGreaterThan(5);
  });

  it("has notes with every slot filled, hardly any of them twice, and references of their own", () => {
    const notes = conversations.map(({ note }) => note);
    expect(notes.filter((note) => note.length < 8 || /[{}]|undefined|NaN| {2}/.test(note))).toEqual([]);
    expect(new Set(notes).size).toBeGreaterThan(5700);
    expect(new Set(conversations.map(({ reference }) => reference)).size).toBe(6000);
  });

  it("is told the same way again", () => {
    expect(demoLog(today).conversations).toEqual(conversations);
  });
});

/** The last day of the shutdown around New Year and the first after it. */
const aroundNewYear = ["2027-01-03", "2027-01-04"];

describe.each(aroundNewYear)("the demo of %s, when nobody has worked for two weeks", (today) => {
  const { conversations } = demoLog(today);
  const on = (day: string) => conversations.filter(({ date }) => date.startsWith(day));

  it("has follow-ups due today, overdue and to come all the same", () => {
    const promised = conversations.filter((row) => row.completed === "no").map((row) => row.follow_up_on);
    expect(promised.filter((day) => day === today).length).toBeGreaterThan(5);
    expect(promised.filter((day) => day < today).length).toBeGreaterThan(5);
    expect(promised.filter((day) => day > today).length).toBeGreaterThan(5);
  });

  it("has some talks about sales today, but no day on which the office makes up for all of them", () => {
    expect(on(today).filter(({ stage }) => stage !== "").length).toBeGreaterThan(3);
    expect(Math.max(...["2026-01-05", "2027-01-04"].map((day) => on(day).length))).toBeLessThan(75);
  });
});
