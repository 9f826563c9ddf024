// Shows whose words are under the pointer. Everything it shows is already in the page; it only copies and highlights.
"use strict";
(() => {
  const card = document.getElementById("card");
  const wide = matchMedia("(min-width: 62rem)");
  let shown = null; // {reading, number, pinned}

  const has = (el, key, n) => (" " + (el.dataset[key] || "") + " ").includes(" " + n + " ");
  const item = (reading, n) => reading.querySelector(`ol.said > li[data-n="${n}"]`);
  const numbersOf = (el) => { // innermost first: what the reader most likely means
    const list = [el.dataset.s, el.dataset.q].filter(Boolean).join(" ").split(" ");
    const contents = (el.dataset.c || "").split(" ").reverse();
    return [...new Set([...list, ...contents].filter(Boolean))];
  };

  function clear() {
    if (!shown) return;
    shown.reading.classList.remove("picked");
    for (const el of shown.reading.querySelectorAll(".on-c, .on-s, .on-q, .on")) el.classList.remove("on-c", "on-s", "on-q", "on");
    card.hidden = true;
    card.querySelector(".body").replaceChildren();
    shown = null;
  }

  function show(reading, n, near, pinned) {
    const entry = item(reading, n);
    if (!entry) return;
    clear();
    shown = { reading, number: Number(n), pinned };
    reading.classList.add("picked");
    for (const el of reading.querySelectorAll("[data-c], [data-s], [data-q]")) {
      if (has(el, "c", n)) el.classList.add("on-c");
      if (has(el, "s", n)) el.classList.add("on-s");
      if (has(el, "q", n)) el.classList.add("on-q");
    }
    entry.classList.add("on");
    const copy = document.createElement("div");
    copy.className = entry.className;
    for (const child of entry.cloneNode(true).childNodes) copy.append(child.cloneNode(true));
    card.querySelector(".body").replaceChildren(copy);
    const total = reading.querySelectorAll("ol.said > li").length;
    card.querySelector(".count").textContent = `${n} of ${total}`;
    card.classList.toggle("passing", !pinned);
    card.hidden = false;
    place(entry, near);
  }

  function place(entry, near) { // beside the words on a wide screen, in the sheet at the bottom on a narrow one
    const box = near.getBoundingClientRect();
    if (wide.matches) {
      const panel = entry.closest(".panel");
      panel.scrollTop += entry.getBoundingClientRect().top - Math.max(box.top, panel.getBoundingClientRect().top);
    } else {
      const free = innerHeight - card.offsetHeight;
      if (shown.pinned && (box.bottom > free || box.top < 0)) scrollBy({ top: box.top - free / 3, behavior: "instant" });
    }
  }

  const firstPiece = (reading, n) =>
    [...reading.querySelectorAll("[data-c]")].find((el) => has(el, "c", n)) || item(reading, n);

  function go(reading, n) { // pin a statement and bring it into view
    const near = firstPiece(reading, n);
    near.scrollIntoView({ block: "center", behavior: "instant" });
    show(reading, n, near, true);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || (shown && shown.pinned)) return;
    const el = event.target.closest(".report [data-c], .report [data-s], .report [data-q]");
    if (el) {
      const n = numbersOf(el)[0];
      if (!shown || shown.number !== Number(n)) show(el.closest(".reading"), n, el, false);
    } else if (!event.target.closest(".card")) clear();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest(".card button")) {
      const step = event.target.closest("button").dataset.step;
      const { reading, number } = shown;
      if (!step) return clear();
      const total = reading.querySelectorAll("ol.said > li").length;
      return go(reading, ((number - 1 + Number(step) + total) % total) + 1);
    }
    const link = event.target.closest("a[data-n]");
    const el = event.target.closest(".report [data-c], .report [data-s], .report [data-q]");
    const entry = event.target.closest("ol.said > li");
    if (link) {
      event.preventDefault();
      const reading = link.closest(".reading") || shown.reading;
      if (link.closest(".report")) show(reading, link.dataset.n, link.nextElementSibling || link, true);
      else go(reading, link.dataset.n);
    } else if (el) {
      if (String(getSelection())) return; // somebody is copying words
      const list = numbersOf(el), reading = el.closest(".reading");
      const at = shown && shown.pinned && shown.reading === reading ? list.indexOf(String(shown.number)) : -1;
      show(reading, list[(at + 1) % list.length], el, true); // again: the statement around this one
    } else if (entry) go(entry.closest(".reading"), entry.dataset.n);
    else if (!event.target.closest(".card")) clear();
  });

  document.addEventListener("focusin", (event) => {
    const link = event.target.closest(".report a.no");
    if (link && link.matches(":focus-visible")) show(link.closest(".reading"), link.dataset.n, link.nextElementSibling || link, false);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });

  function follow() {
    const match = /^#(p\d+)[at](\d+)$/.exec(location.hash);
    const reading = match && document.getElementById(match[1]);
    if (reading) go(reading, match[2]);
  }
  addEventListener("hashchange", follow);
  follow();
})();
