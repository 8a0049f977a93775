// What a reader does on the search page, with JavaScript and without.

import assert from "node:assert/strict";
import test from "node:test";
import { parameters, texts, visit } from "./pages.mjs";

const manners = [{}, { javaScriptEnabled: false }];

/** Registers tests for which JavaScript makes no difference, once with it and once without. */
export function searchCases({ sample, many }) {
  const search = (query) => `${sample}/search?q=${encodeURIComponent(query)}`;

  for (const manner of manners) {
    const how = manner.javaScriptEnabled === false ? "without JavaScript" : "with JavaScript";
    const promise = (name, address, use) => test(`${name}, ${how}`, () => visit(address, manner, use));

    promise("a search from the box finds articles and marks the words in them", `${sample}/`, async (page) => {
      await page.getByLabel("Search the archive").fill("huawei ban");
      await page.getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/\/search\?/);
      assert.equal(parameters(page).q, "huawei ban");
      assert.equal(await page.locator("h1").innerText(), "6 articles in 4 stories");
      const marks = (await texts(page, ".hit mark")).map((mark) => mark.toLowerCase());
      assert.deepEqual([...new Set(marks)].sort(), ["ban", "banned", "banning", "huawei"]);
    });

    promise("the Enter key searches too", `${sample}/`, async (page) => {
      await page.locator("#q").fill("flood");
      await page.locator("#q").press("Enter");
      await page.waitForURL(/q=flood/);
    });

    promise("the front page shows the newest articles and how to ask", `${sample}/`, async (page) => {
      const dates = await page.locator(".hit time").evaluateAll((all) => all.map((time) => time.dateTime));
      assert.ok(dates.length >= 10, `${dates.length} articles`);
      assert.deepEqual(dates, [...dates].sort().reverse());
      await page.locator(".examples a").first().click();
      await page.waitForURL(/q=%22national/);
      assert.ok(await page.locator(".hit").count() > 0);
    });

    promise("a facet narrows the results to what it counted, and its chip widens them again",
      search("huawei"), async (page) => {
        const before = await page.locator("h1").innerText();
        const value = page.locator(".facet", { hasText: "Source" }).locator("li").first();
        const name = await value.locator("bdi").first().innerText();
        const count = (await value.locator(".count").innerText()).replace(/\D/g, "");
        await value.getByRole("link").first().click();
        await page.waitForURL(/source=/);
        assert.match(await page.locator("h1").innerText(), new RegExp(`^${count} articles`));
        assert.deepEqual(new Set(await texts(page, ".hit > .about .source")), new Set([name]));
        await page.locator(".chips a").first().click();
        await page.waitForURL((url) => !url.searchParams.has("source"));
        assert.equal(await page.locator("h1").innerText(), before);
        assert.equal(await page.locator(".chips").count(), 0);
      });

    promise("a facet's value can be left out, and its chip lets it in again", search("huawei"),
      async (page) => {
        const before = await page.locator("h1").innerText();
        await page.locator(".facet", { hasText: "Source" }).locator(".without").first().click();
        await page.waitForURL(/not_source=/);
        assert.notEqual(await page.locator("h1").innerText(), before);
        assert.match((await texts(page, ".chips li"))[0], /Source: not /);
        await page.locator(".chips a").first().click();
        await page.waitForURL((url) => !url.searchParams.has("not_source"));
        assert.equal(await page.locator("h1").innerText(), before);
      });

    promise("a bar of the histogram finds the articles it counted", search("huawei"), async (page) => {
      const bar = page.locator(".chart a").first();
      const [, count] = /: (\d+) article/.exec(await bar.getAttribute("aria-label"));
      await bar.click();
      await page.waitForURL(/from=.*to=|to=.*from=/);
      assert.match(await page.locator("h1").innerText(), new RegExp(`^${count} article`));
      assert.ok(await page.locator(".chips a").count() >= 1);
    });

    promise("the order chosen is the order shown, and stays chosen", search("huawei"), async (page) => {
      await page.getByLabel("Sort by").selectOption("oldest");
      await page.getByRole("button", { name: "Apply" }).click();
      await page.waitForURL(/sort=oldest/);
      const dates = await page.locator(".hit time").evaluateAll((all) => all.map((time) => time.dateTime));
      assert.ok(dates.length > 3);
      assert.deepEqual(dates, [...dates].sort());
      assert.equal(await page.getByLabel("Sort by").inputValue(), "oldest");
    });

    promise("the filters of the form filter, and keep what was typed", search("huawei"), async (page) => {
      await page.getByLabel("Language").selectOption("fr");
      await page.getByLabel("From").fill("2019");
      await page.getByRole("button", { name: "Apply" }).click();
      await page.waitForURL(/lang=fr/);
      assert.deepEqual(new Set(await page.locator(".hit .headline").evaluateAll((all) =>
        all.map((headline) => headline.lang))), new Set(["fr"]));
      assert.equal(await page.getByLabel("From").inputValue(), "2019");
      assert.equal((await texts(page, ".chips li")).length, 3); // Two filters, and all of them.
    });

    promise("the next page goes on where this one ends, and back again", `${many}/search?q=payload&limit=20`,
      async (page) => {
        const first = await texts(page, ".hit .headline a");
        await page.getByRole("link", { name: "Next" }).click();
        await page.waitForURL(/offset=20/);
        const second = await texts(page, ".hit .headline a");
        assert.equal(second.length, 20);
        assert.deepEqual(second.filter((headline) => first.includes(headline)), []);
        assert.equal(await page.locator("ol.hits").getAttribute("start"), "21");
        await page.getByRole("link", { name: "Previous" }).click();
        await page.waitForURL((url) => !url.searchParams.has("offset"));
        assert.deepEqual(await texts(page, ".hit .headline a"), first);
      });

    promise("a misspelt word is answered with the one that was meant", search("huawai"), async (page) => {
      assert.equal(await page.locator("h1").innerText(), "Nothing was found");
      const [, count] = /It finds (\d+) articles/.exec(await page.locator(".correction").innerText());
      await page.locator(".correction a").click();
      await page.waitForURL(/q=huawei/);
      assert.match(await page.locator("h1").innerText(), new RegExp(`^${count} articles`));
    });

    promise("where nothing is found the page says what may help", search("zte strike"), async (page) => {
      assert.equal(await page.locator("h1").innerText(), "Nothing was found");
      assert.equal(await page.locator(".hit").count(), 0);
      const way = page.locator(".nothing li", { hasText: "any of the words" });
      const [, count] = /: (\d+) articles/.exec(await way.innerText());
      await way.locator("a").click();
      await page.waitForURL(/OR/);
      assert.equal(parameters(page).q, "zte OR strike");
      assert.match(await page.locator("h1").innerText(), new RegExp(`^${count} articles`));
    });

    promise("a query that cannot be read whole is answered, with the reason and its place",
      search('"huawei ban'), async (page) => {
        assert.match(await page.locator(".notice.error").innerText(), /^Column 1: the quote .* never closed/);
        assert.equal(await page.locator("#q").inputValue(), '"huawei ban');
      });
  }
}
