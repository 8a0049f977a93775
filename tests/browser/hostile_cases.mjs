// Whatever is asked and whatever the archive holds: a page shows it, and does nothing else.

import assert from "node:assert/strict";
import test from "node:test";
import { payloads, strangers } from "./hostile.mjs";
import { visit } from "./pages.mjs";

/** Every element that the pages use. */
const elements = `html head meta title link script body a header p img main nav bdi article h1 h2 h3 div
  aside dl dt dd form label input button fieldset legend select option section ul ol li span time mark
  footer svg rect figure figcaption details summary`.split(/\s+/);

async function expectInert(page, what) {
  assert.deepEqual(await page.evaluate(strangers, elements), [], what);
}

/**
 * Opens all addresses, each made of the payload beside it, a few at a time in small windows: there is
 * nothing to be seen. `expect` is handed each page and its payload.
 */
async function walk(start, addresses, expect = expectInert) {
  const lanes = 4;
  await Promise.all(Array.from({ length: lanes }, (_, lane) =>
    visit(start, { viewport: { width: 320, height: 240 } }, async (page) => {
      for (const [address, payload] of addresses.filter((_, index) => index % lanes === lane)) {
        await page.goto(address, { waitUntil: "domcontentloaded" });
        await expect(page, payload);
      }
    })));
}

export function hostileCases({ many }) {
  const encoded = payloads.map((payload) => [encodeURIComponent(payload), payload]);

  test("the judge of pages finds what is not of our making", () =>
    visit(`${many}/`, {}, async (page) => {
      await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend",
        '<b id="pwned"></b><a href="javascript:alert(1)"></a><a href="//evil.example"></a><h1>x</h1>'));
      assert.deepEqual(await page.evaluate(strangers, elements), [
        "there is a <b>",
        "<b> came from outside",
        "href=javascript:alert(1)",
        "href=//evil.example",
        "there are 2 <h1>",
      ]);
    }));

  test(`${payloads.length} payloads in a query and all filters are inert, and still stand in the box`, () =>
    walk(`${many}/`, encoded.map(([value, payload]) =>
      [`${many}/search?q=${value}&source=${value}&org=${value}&official=${value}`, payload]),
    async (page, payload) => {
      await expectInert(page, payload);
      assert.equal(await page.locator("#q").inputValue(), payload);
    }));

  test("payloads in stored articles are inert in a list of them all", () =>
    visit(`${many}/search?q=payload&limit=100&collapse=none`, {}, async (page) => {
      assert.equal(await page.locator(".hit").count(), payloads.length);
      await expectInert(page, "the list");
      for (const details of await page.locator("details").all()) await details.locator("summary").click();
      await expectInert(page, "the facets, opened");
    }));

  test(`${payloads.length} stored articles are inert on their own pages, found by such queries`, async () => {
    const answer = await fetch(`${many}/api/v1/search?q=payload&limit=100&collapse=none`);
    const { hits } = await answer.json();
    assert.equal(hits.length, payloads.length);
    await walk(`${many}/`, hits.map(({ key, title }, index) =>
      [`${many}/articles/${key}?q=${encoded[index][0]}`, title]));
  });

  test("payloads in proposals are inert", () =>
    visit(`${many}/`, {}, async (page) => {
      await page.locator("#q").fill("payload");
      await page.getByRole("option").filter({ hasText: "<" }).first().waitFor();
      await expectInert(page, "the proposals");
    }));

  test("payloads in the path of an address are inert", () =>
    walk(`${many}/`, encoded.filter((_, index) => index % 5 === 0).map(([value, payload]) =>
      [`${many}/articles/${value}`, payload])));
}
