// Takes the pictures of the documentation, or of every page in every shape for a look at them all.
//
//     screenshots.mjs FOLDER            the pictures that README shows
//     screenshots.mjs --all FOLDER      every page, narrow and wide, light and dark, from end to end

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { addChanged, endAll, indexOf, root, serve, startBrowser } from "./support.mjs";

const follow = (name) => (view) => view.getByRole("link", { name }).click();

const open = (text) => (view) => view.getByText(text).click();

const propose = (text) => async (view) => {
  await view.locator("#q").fill(text);
  await view.getByRole("listbox").getByRole("option").first().waitFor();
  await view.keyboard.press("ArrowDown");
};

const save = (alerts) => async (view) => {
  const visit = (address) => view.goto(new URL(address, view.url()).href);
  for (const [name, query] of alerts) {
    await visit("/alerts");
    if (await view.getByRole("link", { name, exact: true }).count()) continue;
    await visit(`/alerts/new?q=${encodeURIComponent(query)}`);
    await view.getByLabel("Name", { exact: true }).fill(name);
    await view.getByRole("button", { name: "Save alert" }).click();
  }
  await visit("/alerts");
};

const savedAlerts = [
  ["Huawei bans", "org:huawei NEAR/8 (ban OR bans OR banned)"],
  ["Foreign secretaries on 5G", 'role:"foreign secretary" 5g'],
  ["Central banks", 'kind:central-bank "interest rates"'],
];

// A page is a row: where it is and what is done there first. README shows those that have a height.
const pages = [
  { name: "results", path: "/search?q=huawei+zte&lang=en", height: 860 },
  { name: "article", path: "/search?q=huawei+zte", act: follow("Australia bars"), height: 860 },
  { name: "alerts", path: "/alerts", act: save(savedAlerts), height: 620 },
  { name: "new-alert", path: "/alerts/new?q=org%3Ahuawei+ban" },
  { name: "start", path: "/" },
  { name: "proposals", path: "/", act: propose("bank") },
  { name: "narrowed", path: "/search?q=huawei&lang=en&from=2019&to=2020" },
  { name: "phrase", path: "/search?q=%22national+security%22+5g*+OR+zzyzx*" },
  { name: "misspelt", path: "/search?q=huawai" },
  { name: "nothing", path: "/search?q=xylophone+quartet&lang=de" },
  { name: "half-read", path: "/search?q=%22huawei+ban" },
  { name: "russian", path: "/search?q=lang:ru" },
  { name: "copies", path: "/search?q=senate+resolution", act: open("+2 copies") },
  { name: "story", path: "/stories/s_a97e00afe77067cb" },
  { name: "changed", path: "/articles/changed" },
  { name: "versions", path: "/articles/changed/versions" },
  { name: "missing", path: "/articles/none" },
  { name: "company", path: "/entities/huawei" },
  { name: "person", path: "/entities/chris-coons" },
  { name: "ministry", path: "/entities/gb-fcdo" },
  { name: "entities", path: "/entities" },
  { name: "looked-for", path: "/entities?q=ministry" },
];

const shapes = [320, 1280].flatMap((width) =>
  ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

/** The pictures that README shows; or all pages in all shapes, from end to end. */
function pictures(isAll) {
  if (!isAll)
    return pages.filter((page) => page.height).map((page) =>
      ({ page, width: 1280, colorScheme: "light", height: page.height, file: `${page.name}.png` }));
  return pages.flatMap((page) => shapes.map((shape) =>
    ({ page, ...shape, file: `${page.name}-${shape.width}-${shape.colorScheme}.png` })));
}

async function take(browser, address, { page, width, colorScheme, height }, file) {
  const context = await browser.newContext({ viewport: { width, height: height ?? 800 }, colorScheme });
  const view = await context.newPage();
  await view.goto(address + page.path);
  if (page.act) await page.act(view);
  await view.screenshot({ path: file, fullPage: height === undefined });
  await context.close();
}

/** Makes a picture small enough for a repository: a page has few colours. */
function squeeze(file) {
  const words = ["--force", "--strip", "--speed", "1", "--output", file, "64", file];
  const run = spawnSync("pngquant", words, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`pngquant ${file}: ${run.error ?? run.stderr}`);
}

try {
  const words = process.argv.slice(2);
  const folder = words.at(-1);
  mkdirSync(folder, { recursive: true });
  const index = indexOf(path.join(root, "corpus/sample"));
  addChanged(index);
  const address = await serve(index);
  const browser = await startBrowser();
  for (const picture of pictures(words[0] === "--all")) {
    const file = path.join(folder, picture.file);
    await take(browser, address, picture, file);
    squeeze(file);
  }
} finally {
  await endAll();
}
