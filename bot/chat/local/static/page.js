// The page does everything without this. With it, what others do appears by itself, questions that follow
// appear at once, what is half typed is kept, and a date can be picked.
"use strict";

const EVERY = 2000;

// What others do

const feed = document.querySelector("[data-refresh]");
const news = document.getElementById("news");

const told = (root) => [...root.querySelectorAll(".meter, .document > p")].map((one) => {
  const parts = one.matches("p") ? [one] : [...one.querySelectorAll(".name, .says")];
  return parts.map((part) => part.textContent.trim()).join(": ");
});

function focusAgain(root, was) {
  if (!was) return;
  const same = [...root.querySelectorAll("button, a")].find((one) => (one.value || one.href) === was);
  same?.focus({ preventScroll: true });
}

async function lookAgain() {
  if (document.hidden) return;
  const answer = await fetch(feed.dataset.refresh).catch(() => null);
  if (!answer?.ok) return;
  const fresh = document.createElement("div");
  fresh.innerHTML = await answer.text();
  if (fresh.innerHTML.trim() === feed.innerHTML.trim()) return;
  const known = new Set(told(feed));
  const held = feed.contains(document.activeElement) ? document.activeElement : null;
  feed.replaceChildren(...fresh.childNodes);
  focusAgain(feed, held && (held.value || held.href));
  news.textContent = `Changed: ${told(feed).filter((line) => !known.has(line)).join(". ")}`;
}

if (feed) setInterval(lookAgain, EVERY);

// Questions that follow, and what is half typed

const control = (root, like) => [...root.elements].find((one) =>
  one.name === like.name && one.type === like.type && (!["radio", "checkbox"].includes(one.type) || one.value === like.value));

function typedInto(fresh, form) {
  for (const typed of form.elements) {
    const same = typed.name && typed.type !== "hidden" && control(fresh, typed);
    if (!same) continue;
    if (["radio", "checkbox"].includes(typed.type)) same.checked = typed.checked;
    else same.value = typed.value;
  }
}

function replace(form, html) {
  const part = document.createElement("div");
  part.innerHTML = html;
  const fresh = part.querySelector("form.form");
  const held = document.activeElement;
  if (fresh) typedInto(fresh, form);
  const focus = fresh && form.contains(held) ? control(fresh, held) : null;
  const [start, end] = [held.selectionStart, held.selectionEnd];
  form.closest(".exchange").replaceWith(part.firstElementChild);
  focus?.focus({ preventScroll: true });
  if (focus && Number.isInteger(start)) focus.setSelectionRange(start, end);
  pickers();
}

document.addEventListener("change", async (event) => {
  const form = event.target.form;
  if (!form?.dataset.change || !event.target.name) return;
  const sent = new URLSearchParams(new FormData(form));
  const small = sent.toString().length < 60000;
  const answer = await fetch(form.dataset.change, {
    method: "POST", body: sent, headers: { "X-Part": "1" }, keepalive: small,
  }).catch(() => null);
  const redraws = event.target.closest("[data-redraws]");
  if (redraws && answer?.ok && form.isConnected) replace(form, await answer.text());
});

// What was ticked before this was here, or is put back by the browser, calls for its questions too.
for (const ticked of document.querySelectorAll("[data-redraws] input:checked")) {
  if (!ticked.defaultChecked) ticked.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit();
});

// A date can be picked; what is picked is then typed.

function pickers() {
  for (const typed of document.querySelectorAll("[data-date]:not([data-picked])")) {
    typed.dataset.picked = "";
    const picker = document.createElement("span");
    picker.className = "picker";
    picker.innerHTML = '<input type="date" tabindex="-1" aria-hidden="true"><button type="button" class="button">Pick a date</button>';
    const [day, button] = picker.children;
    button.addEventListener("click", () => day.showPicker());
    day.addEventListener("change", () => {
      if (!day.value) return;
      typed.value = day.value.split("-").map(Number).reverse().join("/");
      typed.dispatchEvent(new Event("change", { bubbles: true }));
      typed.focus();
    });
    typed.after(picker);
  }
}
pickers();
