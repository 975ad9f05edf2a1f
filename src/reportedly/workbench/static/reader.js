// The reader: layers that can be switched, and words and records that light each other up.
const ids = (element) => (element.dataset.r || "").split(" ").filter(Boolean);
const byId = new Map();
for (const element of document.querySelectorAll("[data-r]")) for (const id of ids(element)) byId.set(id, [...(byId.get(id) || []), element]);

let lit = [];
function light(element) {
  for (const old of lit) old.classList.remove("lit");
  lit = element ? ids(element).flatMap((id) => byId.get(id)) : [];
  for (const one of lit) one.classList.add("lit");
}
const near = (event) => (event.target instanceof Element ? event.target.closest("[data-r]") : null);
for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, (event) => light(near(event)));

// On a wide screen both columns are in view: a click on one side brings the other side's part into sight.
const wide = matchMedia("(min-width: 60rem)");
document.addEventListener("click", (event) => {
  const element = near(event);
  light(element);
  if (!element || !wide.matches || event.target.closest("a, summary, button, input")) return;
  const last = ids(element).at(-1);
  const other = document.getElementById(element.closest(".text") ? last : last + "-text");
  if (other && other.getClientRects().length) other.scrollIntoView({ block: "nearest" });
});

// A record inside a closed list opens it when a link leads there.
function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let list = target?.closest("details"); list; list = list.parentElement.closest("details")) list.open = true;
  target?.scrollIntoView({ block: "nearest" });
  if (target?.dataset.r) light(target);
}
addEventListener("hashchange", open);
if (location.hash) open();

// Layers, remembered by the browser.
const form = document.querySelector("form.layers");
const text = document.querySelector(".text");
if (form && text) {
  const hidden = new Set((localStorage.getItem("hidden layers") || "").split(" ").filter(Boolean));
  const show = () => {
    for (const box of form.querySelectorAll("input")) {
      box.checked = !hidden.has(box.name);
      text.classList.toggle(`no-${box.name}`, !box.checked);
    }
  };
  form.addEventListener("change", (event) => {
    if (event.target.checked) hidden.delete(event.target.name);
    else hidden.add(event.target.name);
    localStorage.setItem("hidden layers", [...hidden].join(" "));
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
