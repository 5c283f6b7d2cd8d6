const quick = 1000;

/** @param {string} text */
export function tell(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Says on standard error what is being done when it takes more than a second.
 *
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  const timer = setTimeout(tell, quick, `${text} …`);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
