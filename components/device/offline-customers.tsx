"use client";

import { useState } from "react";
import { Field } from "@/components/field";
import type { DeviceData } from "@/lib/device/device-data";
import { calendarOf, findAmong, promiseOf } from "@/lib/device/find-on-device";
import { pageAddress } from "@/lib/page-address";

const shown = 50;

/** The customers this device knows: where each stands and what is due; a press logs a conversation with it. */
export function OfflineCustomers({ data }: { data: DeviceData }) {
  const [search, setSearch] = useState("");
  const found = findAmong(data, search);
  const calendar = calendarOf(data);
  const isPart = data.customerCount > data.customers.length;
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="Find a customer"
        name="search"
        type="search"
        autoComplete="off"
        hint={
          isPart
            ? `Of ${data.customerCount}, ${data.customers.length} are on this device: those with the nearest follow-ups, then those logged last.`
            : undefined
        }
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.length === 0 ? <p className="text-muted">No customer on this device is called that.</p> : null}
      <ul className="rounded-box border border-border bg-surface">
        {found.slice(0, shown).map((customer) => {
          const promise = promiseOf(customer, calendar);
          return (
            <li key={customer.id} className="border-border border-t first:border-t-0">
              <a
                href={pageAddress("/log", { customer: String(customer.id) })}
                className="touch-target flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-surface-hover enlarged:flex-wrap"
              >
                <span className="min-w-0 font-medium">{customer.name}</span>
                <span className="ml-auto shrink-0 text-right text-label text-muted enlarged:shrink">
                  {customer.stage}
                  {promise ? (
                    <span className={`block ${promise.isDue ? "text-lost" : ""}`}>{promise.text}</span>
                  ) : null}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {found.length > shown ? (
        <p className="text-muted">
          The first {shown} of {found.length}: write more of the name.
        </p>
      ) : null}
    </div>
  );
}
