import type { CustomerChoice } from "@/lib/log/customer-said";
import { findOnDevice } from "./find-on-device";

/** Who is not answered so long, in milliseconds, looks among the customers on the device. */
const longestWait = 4000;

async function askServer(search: string, gone: AbortSignal): Promise<CustomerChoice[]> {
  // Safari before 17.4 has no AbortSignal.any.
  const given = new AbortController();
  const give = () => given.abort();
  const timer = setTimeout(give, longestWait);
  gone.addEventListener("abort", give);
  try {
    const address = `/log/customers?search=${encodeURIComponent(search)}`;
    const response = await fetch(address, { signal: given.signal });
    if (!response.ok) throw new Error("There is no answer.");
    return await response.json();
  } finally {
    clearTimeout(timer);
    gone.removeEventListener("abort", give);
  }
}

/**
 * The customers that a text may mean: by the server, or where it does not answer those on this device.
 *
 * @param gone nobody waits for the answer any more.
 * @returns undefined: neither knows, which is not to say that there is none.
 */
export async function searchCustomers(
  search: string,
  gone: AbortSignal,
): Promise<readonly CustomerChoice[] | undefined> {
  return askServer(search, gone).catch(() => findOnDevice(search).catch(() => undefined));
}
