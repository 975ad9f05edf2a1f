"use strict";
// Words and records light each other up on hover, focus or tap; without scripts the numbered links do the same job.
{
  const ids = (element) => (element.dataset.r || "").split(" ").filter(Boolean);
  const byId = new Map();
  for (const element of document.querySelectorAll("[data-r]")) for (const id of ids(element)) byId.set(id, [...(byId.get(id) || []), element]);
  let lit = [];
  const light = (element) => {
    for (const old of lit) old.classList.remove("lit");
    lit = element ? ids(element).flatMap((id) => byId.get(id)) : [];
    for (const one of lit) one.classList.add("lit");
  };
  const near = (event) => (event.target instanceof Element ? event.target.closest("[data-r]") : null);
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, (event) => light(near(event)));

  // On a wide screen both columns are in view: a click on one side brings the other side's part into sight.
  const wide = matchMedia("(min-width: 60rem)");
  document.addEventListener("click", (event) => {
    const element = near(event);
    light(element);
    if (!element || !wide.matches || event.target.closest("a, summary")) return;
    const inText = element.closest(".text") !== null;
    const last = ids(element).at(-1);
    const other = inText ? document.getElementById(last) : document.getElementById(last + "-text");
    if (other && other.getClientRects().length) other.scrollIntoView({ block: "nearest" });
  });

  // A record inside a closed list opens it when a link leads there, and all lists open for the printer.
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let list = target && target.closest("details"); list; list = list.parentElement.closest("details")) list.open = true;
    if (target) target.scrollIntoView({ block: "nearest" });
    if (target && target.dataset.r) light(target);
  };
  addEventListener("hashchange", open);
  if (location.hash) open();
  addEventListener("beforeprint", () => { for (const list of document.querySelectorAll("details:not(.why)")) list.open = true; });
}
