// The page of one article.

import assert from "node:assert/strict";
import test from "node:test";
import { parameters, texts, visit } from "./pages.mjs";

export function articleCases({ sample }) {
  const results = `${sample}/search?q=${encodeURIComponent('"national security"')}&collapse=none`;
  const reading = (name, use, options = {}) => test(name, () => visit(results, options, async (page) => {
    await page.getByRole("link", { name: "US senators warn allies" }).click();
    await page.waitForURL(/\/articles\//);
    await use(page);
  }));

  reading("an article marks what it was found by, each phrase as one piece", async (page) => {
    assert.deepEqual(new Set((await texts(page, "mark")).map((text) => text.toLowerCase())),
      new Set(["national security"]));
    const count = await page.locator("mark").count();
    assert.match(await page.locator(".reading .marked").innerText(), new RegExp(`^${count} place`));
  });

  reading("the link to the first mark goes there, and the mark is in view", async (page) => {
    await page.getByRole("link", { name: "Go to the first" }).click();
    const box = await page.locator("mark#first").boundingBox();
    assert.ok(box.y >= 0 && box.y < 800, `it is at ${box.y}`);
  });

  reading("an article leads back to the results it came from", async (page) => {
    await page.getByRole("link", { name: "Back to the results" }).click();
    await page.waitForURL(/\/search/);
    assert.equal(parameters(page).q, '"national security"');
  });

  reading("who is named in an article stands beside it and has a page", async (page) => {
    const named = page.getByRole("complementary", { name: "Named in this article" });
    const [text, aside] = [await page.locator(".text").boundingBox(), await named.boundingBox()];
    assert.ok(aside.x >= text.x + text.width, "it does not stand beside the text");
    await named.getByRole("link", { name: "US Senate", exact: true }).click();
    await page.waitForURL(/\/entities\/us-senate$/);
    assert.equal(await page.locator("h1").innerText(), "US Senate");
    assert.ok(await page.getByRole("link", { name: "US senators warn allies" }).count() > 0);
  });

  reading("an article is read without JavaScript too", async (page) => {
    assert.ok(await page.locator("mark").count() > 0);
    assert.ok((await page.locator(".text").innerText()).length > 500);
  }, { javaScriptEnabled: false });

  test("a foreign article says its language where it is shown", () =>
    visit(`${sample}/search?q=lang:ru`, {}, async (page) => {
      const langs = () => page.locator(".headline, .snippet, .text").evaluateAll((all) =>
        all.map((element) => element.closest("[lang]").lang));
      assert.deepEqual(new Set(await langs()), new Set(["ru"]));
      assert.match(await page.locator("html").getAttribute("lang"), /^en/);
      await page.locator(".headline a").first().click();
      await page.waitForURL(/\/articles\//);
      assert.deepEqual(new Set(await langs()), new Set(["ru"]));
    }));

  test("an article that is not there is told so, with a way on", () =>
    visit(`${sample}/articles/none`, {}, async (page) => {
      assert.equal(await page.locator("h1").innerText(), "Not found");
      await page.getByRole("link", { name: "Go to the search page" }).click();
      await page.waitForURL(`${sample}/`);
    }));
}
