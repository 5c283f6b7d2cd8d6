import { redirect, unstable_isUnrecognizedActionError } from "next/navigation";
import { beforeEach, expect, test, vi } from "vitest";
import type { FormState } from "@/lib/actions/form-state";
import {
  answerLost,
  connectionFailed,
  type FormAction,
  pressFailed,
  pressLost,
  toldInPlace,
} from "./told-in-place";

type Row = { version: number };

const before: FormState<Row> = {
  errors: { name: "Too long." },
  values: {},
  done: "Saved.",
  more: { version: 3 },
};

const sent = () => {
  const form = new FormData();
  form.set("name", "Kudu Kilns");
  form.set("password", "blue tyres roll far");
  return form;
};

const failing = (error: unknown) =>
  toldInPlace<Row>(async () => {
    throw error;
  })(before, sent());

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
});

test("an answer is shown as it is", async () => {
  const answer = { errors: {}, values: {}, done: "Saved." };
  expect(await toldInPlace(async () => answer)(before, sent())).toBe(answer);
});

test.each([
  ["no connection", new TypeError("Failed to fetch")],
  ["a connection cut within the answer", new Error("Connection closed.")],
  ["the page of a proxy", new Error("An unexpected response was received from the server.")],
])("%s is told in the form, which keeps what it has", async (_what, error) => {
  expect(await failing(error)).toEqual({
    errors: {},
    message: answerLost,
    values: { name: "Kudu Kilns" },
    more: { version: 3 },
    keepsFields: true,
  });
});

test.each([
  { onLine: true, isFilledIn: true, message: answerLost },
  { onLine: true, isFilledIn: false, message: pressLost },
  { onLine: false, isFilledIn: true, message: connectionFailed },
  { onLine: false, isFilledIn: false, message: pressFailed },
])(
  "only what was sent without a connection surely reached nothing: $onLine, $isFilledIn",
  async ({ onLine, isFilledIn, message }) => {
    vi.stubGlobal("navigator", { onLine });
    const cut: FormAction<Row> = async () => {
      throw new TypeError("Failed to fetch");
    };
    expect(await toldInPlace(cut, () => isFilledIn)(before, sent())).toMatchObject({ message });
  },
);

test("who is signed out is told so, and nothing else of the form changes", async () => {
  const told = await toldInPlace<Row>(async () => ({ errors: {}, values: {}, isSignedOut: true }))(
    before,
    sent(),
  );
  expect(told).toMatchObject({ values: { name: "Kudu Kilns" }, more: { version: 3 }, keepsFields: true });
  expect(told.message).toBeDefined();
  expect(told.done).toBeUndefined();
});

test("an action that the app no longer has is told as an update", async () => {
  const { UnrecognizedActionError } = await import("next/dist/client/components/unrecognized-action-error");
  const error = new UnrecognizedActionError("not found");
  expect(unstable_isUnrecognizedActionError(error)).toBe(true);
  expect((await failing(error)).message).toMatch(/^Pipelog was updated/);
});

test("what failed on the server is told in the form with the id it was logged under, and what was typed stays", async () => {
  const onTheServer = Object.assign(new Error("An error occurred."), { digest: "1234" });
  expect(await failing(onTheServer)).toEqual({
    errors: {},
    message:
      "Something went wrong here, not with what you did: it may have been done all the same. Look before you press again; what you typed is still here. If it stays, tell whoever looks after Pipelog the id 1234.",
    values: { name: "Kudu Kilns" },
    more: { version: 3 },
    keepsFields: true,
  });
});

test("what leads elsewhere is thrown on", async () => {
  const led = toldInPlace<Row>(async () => redirect("/sign-in"));
  await expect(led(before, sent())).rejects.toMatchObject({ digest: /^NEXT_REDIRECT/ });
});
