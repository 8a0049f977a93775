// Every page fits, narrow and wide, light and dark, and can be used without eyes or mouse.

import assert from "node:assert/strict";
import test from "node:test";
import { faintTexts, looks, overflow, overlaps, smallTargets, unnamed } from "./measures.mjs";
import { narrow, visit, wide } from "./pages.mjs";

export async function lookCases({ sample, many, versions }) {
  const { hits } = await (await fetch(`${sample}/api/v1/search?q=huawei&limit=1`)).json();
  const pages = [
    ["the front page", `${sample}/`],
    ["a list of results", `${sample}/search?q=huawei`],
    ["a list with filters", `${sample}/search?q=huawei&lang=en&from=2019&to=2023`],
    ["a list with notes", `${sample}/search?q=${encodeURIComponent('"national security" 5g* OR zzyz* soruce:x')}`],
    ["a list in many languages", `${sample}/search?q=huawei+OR+dürre+OR+союз`],
    ["a list of hostile articles", `${many}/search?q=payload`],
    ["a correction", `${sample}/search?q=huawai`],
    ["nothing found", `${sample}/search?q=gold+zeppelin&lang=de`],
    ["a very long word", `${sample}/search?q=${"donaudampfschiff".repeat(12)}`],
    ["an article", `${sample}/articles/${hits[0].key}?q=huawei`],
    ["an article that changed", `${versions}/articles/changed`],
    ["the versions of an article", `${versions}/articles/changed/versions`],
    ["a missing article", `${sample}/articles/none`],
    ["organisations and people", `${sample}/entities`],
    ["a name that is looked for", `${sample}/entities?q=ministry&kind=org`],
    ["a company", `${sample}/entities/huawei`],
    ["a person", `${sample}/entities/chris-coons`],
    ["a list with copies", `${sample}/search?q=senate+resolution`],
    ["a story", `${sample}/stories/s_a97e00afe77067cb`],
    ["a ministry", `${sample}/entities/gb-fcdo`],
  ];
  const openAll = (page) => page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const filters of document.querySelectorAll(".filters-switch")) filters.checked = true;
  });

  for (const [name, address] of pages) {
    test(`${name} fits narrow and wide, can be read light and dark, and be heard`, () =>
      visit(address, {}, async (page) => {
        await openAll(page);
        assert.deepEqual(await page.evaluate(unnamed), []);
        for (const viewport of [wide, narrow]) {
          await page.setViewportSize(viewport);
          for (const measure of [overflow, overlaps, smallTargets])
            assert.deepEqual(await page.evaluate(measure), [], `${measure.name} at ${viewport.width} px`);
        }
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await page.evaluate(faintTexts), [], colorScheme);
        }
      }));
  }

  const spoilt = [
    [overflow, () => { document.querySelector("h1").style.width = "2000px"; }],
    [overlaps, () => { document.querySelector(".read-as").style.translate = "0 -2rem"; }],
    [smallTargets, () => { document.querySelector(".facet a").style.font = "12px/1 sans-serif"; }],
    [faintTexts, () => { document.querySelector("h1").style.color = "#bbb"; }],
    [unnamed, () => { document.querySelector("label").remove(); }],
  ];
  for (const [measure, spoil] of spoilt)
    test(`the measure ${measure.name} sees what it is for`, () =>
      visit(`${sample}/search?q=huawei`, {}, async (page) => {
        await page.evaluate(spoil);
        assert.equal((await page.evaluate(measure)).length > 0, true);
      }));

  test("light and dark differ", () =>
    visit(`${sample}/`, { colorScheme: "light" }, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.emulateMedia({ colorScheme: "dark" });
      assert.notEqual(await paper(), light);
    }));

  test("the focus can be seen wherever the Tab key leads", () =>
    visit(`${sample}/search?q=huawei&lang=en`, {}, async (page) => {
      const before = new Map(await page.locator("a, button, input, select, summary").evaluateAll(looks));
      const seen = new Set();
      for (let i = 0; i < 30; ++i) {
        await page.keyboard.press("Tab");
        const focused = page.locator(":focus");
        const [[html, look]] = await focused.evaluateAll(looks);
        assert.notEqual(look, before.get(html), html);
        const box = await focused.boundingBox();
        assert.ok(box.x + box.width > 0, `it is outside the window: ${html}`);
        seen.add(html);
      }
      assert.ok(seen.size > 20, `the Tab key led to ${seen.size} places`);
    }));

  test("the first thing the Tab key reaches leads past the search form", () =>
    visit(`${sample}/search?q=huawei`, {}, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    }));
}
