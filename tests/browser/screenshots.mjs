// Takes the pictures of the documentation, or of every page in every shape for a look at them all.
//
//     screenshots.mjs FOLDER            the pictures that README shows
//     screenshots.mjs --all FOLDER      every page, narrow and wide, light and dark, from end to end

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { endAll, indexOf, root, serve, startBrowser } from "./support.mjs";

// A page is a row: where it is, how high its picture, whether README shows it.
const pages = [
  { name: "results", path: "/search?q=huawei+zte", height: 860, isShown: true },
  { name: "article", path: "/search?q=huawei+zte", click: "Australia bars", height: 860, isShown: true },
  { name: "start", path: "/" },
  { name: "newest", path: "/search" },
  { name: "narrowed", path: "/search?q=huawei&lang=en&from=2019&to=2020" },
  { name: "phrase", path: "/search?q=%22national+security%22+5g*+OR+zzyzx*" },
  { name: "misspelt", path: "/search?q=huawai" },
  { name: "nothing", path: "/search?q=xylophone+quartet&lang=de" },
  { name: "half-read", path: "/search?q=%22huawei+ban" },
  { name: "russian", path: "/search?q=lang:ru" },
  { name: "missing", path: "/articles/none" },
];

const shapes = [320, 1280].flatMap((width) =>
  ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

async function take(browser, address, page, { width, colorScheme, file, height }) {
  const context = await browser.newContext({ viewport: { width, height: height ?? 800 }, colorScheme });
  const view = await context.newPage();
  await view.goto(address + page.path);
  if (page.click) await view.getByRole("link", { name: page.click }).click();
  await view.screenshot({ path: file, fullPage: height === undefined });
  await context.close();
}

/** Makes a picture small enough for a repository: a page has few colours. */
function squeeze(file) {
  const run = spawnSync("pngquant", ["--force", "--strip", "--speed", "1", "--output", file, "64", file], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`pngquant ${file}: ${run.error ?? run.stderr}`);
}

async function main(words) {
  const isAll = words[0] === "--all";
  const folder = words.at(-1);
  mkdirSync(folder, { recursive: true });
  const address = await serve(indexOf(path.join(root, "corpus/sample")));
  const browser = await startBrowser();
  for (const page of pages) {
    if (isAll) {
      for (const shape of shapes) {
        const file = path.join(folder, `${page.name}-${shape.width}-${shape.colorScheme}.png`);
        await take(browser, address, page, { ...shape, file });
      }
    } else if (page.isShown) {
      const file = path.join(folder, `${page.name}.png`);
      await take(browser, address, page, { width: 1280, colorScheme: "light", height: page.height, file });
      squeeze(file);
    }
  }
}

try {
  await main(process.argv.slice(2));
} finally {
  await endAll();
}
