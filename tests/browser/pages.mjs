// Opens pages in every manner a reader may have, and keeps what went wrong on them.

import assert from "node:assert/strict";
import { startBrowser } from "./support.mjs";

export const narrow = { width: 320, height: 640 };
export const wide = { width: 1280, height: 800 };

const browser = await startBrowser();
const contexts = new Map(); // By their options: a new context costs more than a page.

function contextOf(options) {
  const key = JSON.stringify(options);
  if (!contexts.has(key)) contexts.set(key, browser.newContext({ viewport: wide, ...options }));
  return contexts.get(key);
}

// Told by the page itself, for a violation need not reach the console.
const reportViolations = () =>
  document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));

/**
 * Opens an address, hands the page to `use`, and expects that nothing went wrong on it meanwhile: no
 * dialog, no error of a script, no error in the console, no violation of the content security policy.
 * Returns what `use` returns.
 */
export async function visit(address, options, use) {
  const page = await (await contextOf(options)).newPage();
  const faults = [];
  try {
    watch(page, faults);
    if (options.javaScriptEnabled !== false) await page.addInitScript(reportViolations);
    await page.goto(address);
    const result = await use(page);
    assert.deepEqual(faults, [], `on ${page.url()}`);
    return result;
  } finally {
    await page.close();
  }
}

function watch(page, faults) {
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("popup", (other) => faults.push(`popup: ${other.url()}`));
  page.on("console", (message) => {
    // A browser logs an answer of 404 as an error; that it is one is what the test asked for.
    if (message.type() !== "error" || /status of 40[04]/.test(message.text())) return;
    faults.push(`console: ${message.text()}`);
  });
}

/** The texts of what a selector finds, blanks folded. */
export async function texts(page, selector) {
  const found = await page.locator(selector).allInnerTexts();
  return found.map((text) => text.replace(/\s+/g, " ").trim());
}

/** The parameters of the page's address, without those that are empty. */
export function parameters(page) {
  return Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value !== ""));
}
