// Texts that would do something if a page took them for more than text, and a judge of pages.

const active = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<details open ontoggle=alert(1)>x</details>",
  "<a href=javascript:alert(1) id=pwned>x</a>",
  "<form action=//evil.example id=pwned><button>x</button></form>",
  "<base href=//evil.example/>",
  "<style>body{display:none}</style>",
  "javascript:alert(1)",
  "\" onfocus=alert(1) autofocus x=\"",
  "' onmouseover='alert(1)",
  "{{{form.text}}} {{> page}}",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<object data=javascript:alert(1)>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<template><b id=pwned></template>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\u202e<b id=pwned>\u2066",
];

/** What could end the place where a text stands. */
const openings = ["", '">', "'>", "</title></option></select></textarea>-->", '" x="</mark></bdi></p>'];

export const payloads = openings.flatMap((opening) => active.map((text) => opening + text));

/** Articles that hold a payload wherever an article holds text. All are found by "payload". */
export const hostileArticles = payloads.map((payload, index) => ({
  id: `hostile-${index}`,
  title: `payload ${index} ${payload}`,
  standfirst: payload,
  body: `${payload}\n\npayload ${payload} Huawei ${payload}`,
  source: `Source ${index} ${payload}`,
  byline: payload,
  section: payload,
  place: payload,
  url: index % 2 ? payload : `https://example.com/${payload}`,
  published: "2019-03-29",
  lang: "en",
  [`key ${payload}`.slice(0, 60)]: payload,
}));

/**
 * What in a page is not of our making, as sentences; runs in the page. `names` are those of all
 * elements our pages are made of.
 */
export function strangers(names) {
  const faults = [];
  const isOurs = (address) => new URL(address, location.href).origin === location.origin;
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (!names.includes(name)) faults.push(`there is a <${name}>`);
    if (element.id === "pwned") faults.push(`<${name}> came from outside`);
    for (const attribute of element.attributes) {
      if (/^(on|style$|srcdoc$)/.test(attribute.name)) faults.push(`${attribute.name} in <${name}>`);
      if (!/^(href|src|action|formaction|data)$/.test(attribute.name)) continue;
      const isRecord = name === "a" && element.closest(".card dd") && /^https?:/.test(attribute.value);
      if (!isRecord && !isOurs(attribute.value)) faults.push(`${attribute.name}=${attribute.value}`);
    }
    if (name === "script" && element.textContent.trim()) faults.push("there is a script in the page");
  }
  for (const [name, count] of [["h1", 1], ["main", 1], ["title", 1]]) {
    const found = document.querySelectorAll(name === "title" ? "head > title" : name).length;
    if (found !== count) faults.push(`there are ${found} <${name}>`);
  }
  return faults;
}
