import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { TestServer } from "@/tests/support/test-cluster";

/**
 * Makes a migrated, empty database on the server of this test run.
 *
 * @returns its name, and how to drop it whoever is still connected
 */
export async function cloneDatabase(
  server: TestServer,
): Promise<{ name: string; drop: () => Promise<void> }> {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await create(server, name);
  return { name, drop: () => drop(server, name) };
}

/** Makes a clone as new, whoever is connected to it. */
export async function renewDatabase(server: TestServer, name: string): Promise<void> {
  await drop(server, name);
  await create(server, name);
}

function create(server: TestServer, name: string): Promise<void> {
  return administer(server, `create database ${name} template ${server.template}`);
}

function drop(server: TestServer, name: string): Promise<void> {
  return administer(server, `drop database if exists ${name} with (force)`);
}

async function administer(server: TestServer, statement: string): Promise<void> {
  const sql = postgres({ ...server, database: "postgres", max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
