import type { z } from "zod";
import { storableInput } from "@/lib/storable";

const mostBytes = 3_000_000;
const storableValue = (_name: string, value: unknown) =>
  typeof value === "string" ? storableInput(value) : value;

/** What a request sent as JSON, read by the schema; undefined: it is none, not such, or too much. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const isJson = request.headers.get("content-type")?.startsWith("application/json");
  if (!isJson || Number(request.headers.get("content-length") ?? 0) > mostBytes) return undefined;
  try {
    const text = await request.text();
    const read = text.length > mostBytes ? undefined : schema.safeParse(JSON.parse(text, storableValue));
    return read?.success ? read.data : undefined;
  } catch (error) {
    // What is nested too deeply to be read is a RangeError.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
