// All browser tests, in one process with one browser: `./run test browser_test`.

import path from "node:path";
import { after } from "node:test";
import { articleCases } from "./article_cases.mjs";
import { entityCases } from "./entity_cases.mjs";
import { hostileArticles } from "./hostile.mjs";
import { hostileCases } from "./hostile_cases.mjs";
import { lookCases } from "./look_cases.mjs";
import { searchCases } from "./search_cases.mjs";
import { suggestCases } from "./suggest_cases.mjs";
import { endAll, indexOf, indexOfArticles, indexOfChanged, root, serve } from "./support.mjs";

after(endAll);

/** The addresses of daemons: of the sample, of articles that mean harm, and of one that changed. */
const daemons = {
  sample: await serve(indexOf(path.join(root, "corpus/sample"))),
  many: await serve(indexOfArticles(hostileArticles)),
  versions: await serve(indexOfChanged()),
};

searchCases(daemons);
suggestCases(daemons);
articleCases(daemons);
entityCases(daemons);
await lookCases(daemons);
hostileCases(daemons);
