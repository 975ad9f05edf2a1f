// The editor: single keys, words taken from the selection, names from lists. Without it the form works by hand.
import { rangeOf, selectedRange, spanOf } from "./offsets.js";
import { selectByKeys } from "./words.js";

const text = document.getElementById("text");
const form = document.getElementById("editor");

// The sentence and the words of the event, drawn over the text; offsets in the page are code points.
function highlight(name, start, end) {
  const range = start !== undefined && rangeOf(text, Number(start), Number(end));
  if (range && CSS.highlights) CSS.highlights.set(name, new Highlight(range));
  return range;
}
function showEvent() {
  const { start, end, from, to } = text.dataset;
  highlight("sentence", from, to);
  const range = highlight("event-words", start, end);
  const element = range && (range.startContainer.parentElement);
  if (element && text.scrollHeight > text.clientHeight + 4) {
    text.scrollTop += element.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
  return range;
}
const said = document.getElementById("selected-words");
selectByKeys(text, showEvent(), (words) => { said.textContent = words; });

// The selection is lost when a button is pressed on some systems, so the last one is remembered.
let range = null;
document.addEventListener("selectionchange", () => { range = selectedRange(text) || range; });
const selectedSpan = () => {
  range = selectedRange(text) || range; // a quick key may come before the event
  return range && spanOf(text, range);
};

function addName(field, name) {
  const input = form.elements[field];
  const names = input.value.split(";").map((part) => part.trim()).filter(Boolean);
  const plain = name.replace(/\s+/g, " ").replaceAll(";", ",");
  if (!names.includes(plain)) names.push(plain);
  input.value = names.join("; ");
}

function take(field) {
  const selected = selectedSpan();
  if (!selected) return;
  if (field === "trigger") {
    form.elements.start.value = selected.start;
    form.elements.end.value = selected.end;
    form.elements.trigger.value = selected.words;
    text.dataset.start = selected.start;
    text.dataset.end = selected.end;
    highlight("event-words", selected.start, selected.end);
  } else addName(field, selected.words);
}

if (form) {
  for (const button of form.querySelectorAll("button.take")) button.addEventListener("click", () => take(button.dataset.field));
  for (const list of form.querySelectorAll("select.name-list")) {
    list.addEventListener("change", () => {
      if (list.value) addName(list.dataset.field, list.value);
      list.value = "";
    });
  }
  // Only the modes of the chosen type can be chosen.
  const type = form.elements.type;
  const mode = form.elements.mode;
  const fit = () => {
    for (const option of mode.querySelectorAll("option[data-type]")) option.disabled = option.hidden = option.dataset.type !== type.value;
    for (const group of mode.querySelectorAll("optgroup")) group.hidden = group.label !== type.value;
    const chosen = mode.selectedOptions[0];
    if (chosen && chosen.disabled) mode.value = "";
  };
  type.addEventListener("change", fit);
  fit();
}

// Single keys: only outside fields, never with a modifier, and they can be switched off.
const keys = document.getElementById("keys");
keys.checked = localStorage.getItem("single keys") !== "off";
keys.addEventListener("change", () => localStorage.setItem("single keys", keys.checked ? "on" : "off"));
const isField = (element) => element.matches("input:not([type=checkbox]), textarea, select");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isField(event.target)) { event.target.blur(); return; }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) { form.querySelector("button[data-key=s]").click(); return; }
  if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  if (event.key === "e" && form) { event.preventDefault(); form.elements.type.focus(); return; }
  if (event.key === "c" && form) { event.preventDefault(); form.elements.comment.focus(); return; }
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// A missed event begins with the words that are selected.
document.getElementById("missed")?.addEventListener("click", (event) => {
  const selected = selectedSpan();
  if (selected) event.currentTarget.href += `&start=${selected.start}&end=${selected.end}`;
});
