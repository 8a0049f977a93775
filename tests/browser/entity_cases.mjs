// The pages of organisations and people.

import assert from "node:assert/strict";
import test from "node:test";
import { parameters, texts, visit } from "./pages.mjs";

const manners = [{}, { javaScriptEnabled: false }];

export function entityCases({ sample }) {
  for (const manner of manners) {
    const how = manner.javaScriptEnabled === false ? "without JavaScript" : "with JavaScript";
    const promise = (name, address, use) =>
      test(`${name}, ${how}`, () => visit(`${sample}${address}`, manner, use));

    promise("a name in any script leads to the page of who is called so", "/entities", async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("华");
      await page.getByRole("button", { name: "Find" }).click();
      await page.waitForURL(/\/entities\?/);
      await page.getByRole("link", { name: "Huawei", exact: true }).click();
      await page.waitForURL(/\/entities\/huawei$/);
      assert.equal(await page.locator("h1").innerText(), "Huawei");
    });

    promise("the number of articles leads to just so many", "/entities/huawei", async (page) => {
      const count = await page.locator(".part h2").first().innerText();
      assert.match(count, /^\d+ articles$/);
      await page.getByRole("link", { name: count, exact: true }).first().click();
      await page.waitForURL(/\/search/);
      assert.equal(await page.locator("h1").innerText().then((text) => text.split(/ ?\d+–| in /)[0].trim()), count);
      await page.getByRole("link", { name: /^About / }).click();
      await page.waitForURL(/\/entities\/huawei$/);
    });

    promise("what somebody said is marked, and leads to all of it", "/entities/huawei", async (page) => {
      const said = page.locator(".part", { has: page.getByRole("heading", { name: "Said", exact: true }) });
      assert.ok(await said.locator("mark").count() > 0);
      await said.getByRole("link", { name: /^All words/ }).click();
      await page.waitForURL(/\/search/);
      assert.equal(parameters(page).q, "said:#huawei");
      assert.ok(await page.locator(".hit mark").count() > 0);
    });

    promise("a bar of the chart finds the articles it counted", "/entities/huawei", async (page) => {
      const bar = page.locator(".chart a").first();
      const [, count] = /: (\d+) article/.exec(await bar.getAttribute("aria-label"));
      await bar.click();
      await page.waitForURL(/from=/);
      assert.match(await page.locator("h1").innerText(), new RegExp(`^${count} article`));
    });

    promise("who is named in the same articles has a page too", "/entities/huawei", async (page) => {
      const beside = page.getByRole("complementary", { name: "Named in the same articles" });
      const name = (await texts(page, 'aside[aria-label="Named in the same articles"] li a'))[0];
      await beside.getByRole("link", { name, exact: true }).first().click();
      await page.waitForURL((url) => !url.pathname.endsWith("/huawei"));
      assert.equal(await page.locator("h1").innerText(), name);
    });
  }

  test("the list goes on from page to page", () => visit(`${sample}/entities`, {}, async (page) => {
    const first = await texts(page, ".facet li a");
    assert.equal(first.length, 20);
    await page.getByRole("link", { name: "Next" }).click();
    await page.waitForURL(/offset=20/);
    assert.notDeepEqual(await texts(page, ".facet li a"), first);
    await page.getByRole("link", { name: "Previous" }).click();
    await page.waitForURL((url) => !url.searchParams.has("offset"));
    assert.deepEqual(await texts(page, ".facet li a"), first);
  }));

  test("one that is not there is told so", () => visit(`${sample}/entities/none`, {}, async (page) => {
    assert.equal(await page.locator("h1").innerText(), "Not found");
  }));
}
