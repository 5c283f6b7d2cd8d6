import { z } from "zod";
import { mostEntries } from "@/lib/device/outbox-entry";
import { logSchema } from "./log-schema";

const instant = z.iso.datetime().transform((text) => new Date(text));

/** What a device sends to be logged. */
export const outboxSchema = z.object({
  memberId: z.int().positive(),
  key: z.string().max(100).nullable(),
  sentAt: instant,
  entries: z
    .array(
      z.object({
        deviceId: z.uuid(),
        recordedAt: instant,
        heardAt: instant.nullable(),
        values: logSchema,
      }),
    )
    .max(mostEntries),
});
