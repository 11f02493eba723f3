// Solves the proof of work of forms that anybody may send, and tells times in the reader's own zone. Pages work without.
"use strict";

const hex = (bytes) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");

async function solved() {
  const asked = await fetch("/v1/guard/challenge", { cache: "no-store" });
  if (!asked.ok || !globalThis.crypto?.subtle) return "";
  const given = await asked.json();
  const letters = new TextEncoder();
  const batch = 500;
  for (let from = 0; from <= given.maxnumber; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, given.maxnumber - from + 1) }, (_, i) => from + i);
    const hashes = await Promise.all(
      numbers.map((number) => crypto.subtle.digest("SHA-256", letters.encode(given.salt + number))));
    const found = hashes.findIndex((hash) => hex(hash) === given.challenge);
    if (found >= 0) {
      const { algorithm, challenge, salt, signature } = given;
      return JSON.stringify({ algorithm, challenge, number: numbers[found], salt, signature });
    }
  }
  return "";
}

for (const form of document.querySelectorAll("form[data-guard]")) {
  const proof = form.elements.proof;
  let work = null;
  const begin = () => (work ??= solved().then((solution) => { proof.value = solution; }, () => {}));
  form.addEventListener("focusin", begin, { once: true });
  // What was typed before and is shown again may be sent at once.
  if (form.elements.subject?.value) begin();
  form.addEventListener("submit", async (sent) => {
    // It only changes how the form is shown.
    if (sent.submitter?.hasAttribute("formaction")) return;
    if (form.dataset.sent) { sent.preventDefault(); return; }
    if (proof.value) { form.dataset.sent = "yes"; return; }
    sent.preventDefault();
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    await begin();
    form.dataset.sent = "yes";
    HTMLFormElement.prototype.submit.call(form);
  });
  // Whoever comes back to the page by the browser's button may send again.
  addEventListener("pageshow", (shown) => {
    if (!shown.persisted) return;
    delete form.dataset.sent;
    work = null;
    proof.value = "";
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  });
}

// Answers are looked for without leaving the form, and beside what is being written; the button does it without scripts.
for (const button of document.querySelectorAll("button[data-look]")) {
  const { word, subject, text } = button.form.elements;
  const place = document.getElementById("proposals");
  let latest = 0;
  const look = async () => {
    const mine = ++latest;
    const typed = new URLSearchParams({ word: word.value, subject: subject.value, text: text.value });
    const answer = await fetch(button.formAction, { method: "POST", body: typed });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("proposals");
    if (mine === latest) place.replaceChildren(...document.importNode(found, true).childNodes);
  };
  button.addEventListener("click", (clicked) => {
    clicked.preventDefault();
    look().then(() => place.focus(), () => button.form.requestSubmit(button));
  });
  subject.addEventListener("change", () => { if (subject.value.trim()) look().catch(() => {}); });
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const language = document.documentElement.lang;
for (const time of document.querySelectorAll("time[datetime]")) {
  if (!time.dateTime.includes("T")) continue;
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.valueOf())) continue;
  time.title = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: here }).format(moment);
}
