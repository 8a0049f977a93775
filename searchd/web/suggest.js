// Proposals below the search field, as a combobox with a list (WAI-ARIA 1.2). The page works
// without it, and the field is left alone unless a proposal is chosen.
"use strict";

(() => {
  const input = document.getElementById("q");
  if (!input || !input.form || !window.fetch || !window.AbortController) return;

  const pause = 120; // Milliseconds without a key before the server is asked.
  const kinds = { word: "", title: "headline", org: "organisation", official: "official", person: "person" };

  const list = document.createElement("ul");
  list.id = "q-proposals";
  list.className = "proposals";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Proposals");
  input.parentElement.append(list);

  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("role", "status");
  input.parentElement.append(told);

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let proposals = [];
  let active = -1;
  let timer = 0;
  let request = null;

  function close() {
    window.clearTimeout(timer);
    if (request) request.abort();
    request = null;
    proposals = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((option, i) => {
      option.setAttribute("aria-selected", i === index ? "true" : "false");
    });
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      const option = list.children[index];
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  function choose(index) {
    input.value = proposals[index].q;
    close();
    input.form.requestSubmit();
  }

  function option(proposal, index) {
    const item = document.createElement("li");
    item.id = `q-proposal-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const text = document.createElement("bdi");
    text.textContent = proposal.kind === "word" ? proposal.q : proposal.text;
    item.append(text);
    if (kinds[proposal.kind]) {
      const kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = ` ${kinds[proposal.kind]}`;
      item.append(kind);
    }
    // The field must not lose the focus, or the list would close before the click.
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(index));
    return item;
  }

  function show(found) {
    proposals = found;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    told.textContent = found.length === 1 ? "1 proposal" : `${found.length} proposals`;
  }

  async function ask() {
    if (request) request.abort();
    const text = input.value;
    if (!text.trim()) {
      close();
      return;
    }
    const own = new AbortController();
    request = own;
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text)}`, { signal: own.signal });
      if (!answer.ok) {
        close();
        return;
      }
      const record = await answer.json();
      if (request === own && input.value === text && document.activeElement === input) show(record.suggestions);
    } catch (error) {
      if (request === own) close();
    }
  }

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = proposals.length;
    if (event.key === "ArrowDown" && count === 0) {
      ask();
    } else if (event.key === "ArrowDown") {
      activate(active + 1 >= count ? -1 : active + 1);
    } else if (event.key === "ArrowUp" && count > 0) {
      activate(active < 0 ? count - 1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      choose(active);
    } else if (event.key === "Escape" && count > 0) {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });

  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
})();
