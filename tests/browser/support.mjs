// What the browser tests share: where things are, a daemon of one's own, and the one browser.
// The programs are found by NUTGRAF_BIN, by default build/release/bin; drive.py sets the rest.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const programs = process.env.NUTGRAF_BIN ?? path.join(root, "build/release/bin");
const { chromium } = createRequire(path.join(process.env.NUTGRAF_MODULES, "from"))("playwright-core");

const closing = []; // What is to be ended, the last one first.

/** Ends everything that was started here and removes the scratch folders. */
export async function endAll() {
  while (closing.length > 0) await closing.pop()();
}

function scratchFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "nutgraf-browser-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function add(index, ...paths) {
  const run = spawnSync(path.join(programs, "nutgraf-indexer"), ["--index", index, "add", ...paths], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`nutgraf-indexer add: ${run.error ?? run.stderr}`);
}

/** An index, in a scratch folder, of the given files and folders. */
export function indexOf(...paths) {
  const index = path.join(scratchFolder(), "index");
  add(index, ...paths);
  return index;
}

function fileOf(articles) {
  const file = path.join(scratchFolder(), "articles.jsonl");
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
  return file;
}

/** An index of the given articles, and nothing else. */
export function indexOfArticles(articles) {
  return indexOf(fileOf(articles));
}

/** An article that changed twice, from its first version to its present one. */
const changed = [
  { title: "Dockers stop work", body: "Cranes stand idle at Port Callan.\n\nNobody knows for how long." },
  { title: "Dockers stop work", body: "Cranes stand idle at Port Callan, the union said on Friday.\n\n" +
    "Nobody knows for how long.\n\nThe harbour master would not speak." },
  { title: "Dockers go back to work", body: "Cranes move again at Port Callan, the union said on Friday.\n\n" +
    "The harbour master would not speak." },
];

/** Adds that article, whose id is "changed", to an index in each of its versions. */
export function addChanged(index) {
  for (const version of changed) add(index, fileOf([{ id: "changed", source: "Courier", ...version }]));
}

/** An index of that article, and nothing else. */
export function indexOfChanged() {
  const index = path.join(scratchFolder(), "index");
  addChanged(index);
  return index;
}

/** Serves an index on a port of its own; the address of it, without a slash at the end. */
export async function serve(index) {
  const alerts = path.join(path.dirname(index), "alerts.db"); // Never the reader's own.
  const words = ["--index", index, "--alerts", alerts, "--listen", "127.0.0.1:0"];
  const daemon = spawn(path.join(programs, "nutgraf-searchd"), words, {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((resolve) => daemon.on("close", resolve));
  closing.push(() => {
    daemon.kill("SIGTERM");
    return ended;
  });
  for await (const line of readline.createInterface({ input: daemon.stdout })) {
    const address = /^listening on (http:\S+)$/.exec(line);
    if (address) return address[1];
  }
  throw new Error("nutgraf-searchd ended before it listened.");
}

/** Starts the browser of the machine. */
export async function startBrowser() {
  const isRoot = process.getuid() === 0; // Chromium has no sandbox for root.
  const browser = await chromium.launch({
    executablePath: process.env.NUTGRAF_CHROMIUM,
    chromiumSandbox: !isRoot,
    args: ["--disable-gpu", "--disable-dev-shm-usage"],
  });
  closing.push(() => browser.close());
  return browser;
}
