// Proposals while typing: a combobox with a list, by keyboard and by mouse.

import assert from "node:assert/strict";
import test from "node:test";
import { parameters, visit } from "./pages.mjs";

export function suggestCases({ sample }) {
  const typing = (name, use) => test(name, () => visit(`${sample}/`, {}, async (page) => {
    const box = page.getByRole("combobox", { name: "Search the archive" });
    const options = page.getByRole("listbox", { name: "Proposals" }).getByRole("option");
    await box.fill("hua"); // At once: typed by letters it may be asked for in between.
    await options.first().waitFor();
    await use({ page, box, options });
  }));

  typing("proposals open below the box and leave it alone", async ({ page, box, options }) => {
    assert.equal(await box.inputValue(), "hua");
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    assert.equal(await box.getAttribute("aria-autocomplete"), "list");
    assert.equal(await box.getAttribute("aria-activedescendant"), null);
    const list = page.getByRole("listbox", { name: "Proposals" });
    assert.equal(await box.getAttribute("aria-controls"), await list.getAttribute("id"));
    assert.equal(await options.first().getAttribute("aria-selected"), "false");
    assert.match(await page.getByRole("status").innerText(), /^\d+ proposals?$/);
    const [above, below] = [await box.boundingBox(), await list.boundingBox()];
    assert.ok(below.y >= above.y + above.height - 1, "the list covers the box");
  });

  typing("the arrow keys walk through the proposals and back to the box", async ({ page, box, options }) => {
    const count = await options.count();
    await box.press("ArrowDown");
    assert.equal(await options.first().getAttribute("aria-selected"), "true");
    assert.equal(await box.getAttribute("aria-activedescendant"), await options.first().getAttribute("id"));
    await box.press("ArrowUp");
    assert.equal(await box.getAttribute("aria-activedescendant"), null);
    await box.press("ArrowUp");
    assert.equal(await options.last().getAttribute("aria-selected"), "true");
    await box.press("ArrowDown");
    assert.equal(await page.locator("[role=option][aria-selected=true]").count(), 0);
    assert.equal(await options.count(), count);
    assert.equal(await box.inputValue(), "hua");
  });

  typing("Enter on a proposal searches for it", async ({ page, box }) => {
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.waitForURL(/q=org/);
    assert.equal(parameters(page).q, "org:#huawei");
    assert.match(await page.locator("h1").innerText(), /^\d+ articles/);
  });

  typing("Enter without a choice searches for what was typed", async ({ page, box }) => {
    await box.press("Enter");
    await page.waitForURL(/\/search/);
    assert.equal(parameters(page).q, "hua");
  });

  typing("a click on a proposal searches for it", async ({ page, options }) => {
    await options.last().click(); // Headlines come last.
    await page.waitForURL(/q=title/);
    assert.equal(await page.locator(".hit").count(), 1);
  });

  typing("Escape closes the list and keeps the text; the arrow opens it again", async ({ box, options }) => {
    await box.press("Escape");
    assert.equal(await options.count(), 0);
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await box.inputValue(), "hua");
    await box.press("ArrowDown");
    await options.first().waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
  });

  typing("the list closes when the box is left", async ({ page, box, options }) => {
    await page.getByRole("button", { name: "Search" }).focus();
    assert.equal(await options.count(), 0);
    assert.equal(await box.getAttribute("aria-expanded"), "false");
  });

  typing("an answer that comes too late is not shown", async ({ page, box, options }) => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route(/suggest\?q=huaw$/, async (route) => {
      await held;
      await route.continue().catch(() => {}); // The page has given it up.
    });
    await box.fill("huaw");
    await page.waitForRequest(/suggest\?q=huaw$/);
    await box.fill("bank of eng");
    await options.filter({ hasText: "Bank of England" }).first().waitFor();
    release();
    await page.waitForLoadState("networkidle");
    assert.ok(await options.filter({ hasText: "Bank of England" }).count() > 0);
    assert.equal(await options.filter({ hasText: "Huawei" }).count(), 0);
  });
}
