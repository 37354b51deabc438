// The elements of a role that a person can reach now, by name as a screen reader says it.
// arguments: role, name or null, whether the name is only a part; the answer is a list of elements.
const [role, name, part] = arguments;
const SELECTORS = {
  alert: "[role=alert]", button: "button, summary, input[type=button], input[type=submit], [role=button]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]", combobox: "select, [role=combobox]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]", group: "fieldset, [role=group], [role=radiogroup]",
  heading: "h1, h2, h3, h4, [role=heading]", image: "img, [role=img]", link: "a[href], [role=link]",
  listitem: "li, [role=listitem]", navigation: "nav, [role=navigation]", radio: "input[type=radio], [role=radio]",
  slider: "input[type=range], [role=slider]", status: "[role=status], output", tab: "[role=tab]",
  textbox: "textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=range], [type=file])",
  timer: "[role=timer]",
};
const words = (text) => text.replace(/\s+/g, " ").trim();
const said = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  if (node.getAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
  if (node.tagName === "IMG") return ` ${node.alt} `;
  const inner = Array.from(node.childNodes, said).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
};
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return words(by.split(/\s+/).map((id) => { const at = document.getElementById(id); return at ? said(at) : ""; }).join(" "));
  if (element.getAttribute("aria-label")) return words(element.getAttribute("aria-label"));
  if (element.labels?.length) return words(Array.from(element.labels, said).join(" "));
  if (element.tagName === "FIELDSET" && element.querySelector("legend")) return words(said(element.querySelector("legend")));
  if (element.tagName === "INPUT") return words(element.value || element.placeholder || "");
  return words(said(element));
};
const modal = Array.from(document.querySelectorAll("dialog:modal")).pop();
const reachable = (element) => (!modal || modal.contains(element))
  && !element.closest("[hidden], [aria-hidden=true], [inert]")
  && (element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0);
const found = Array.from(document.querySelectorAll(SELECTORS[role] ?? `[role=${role}]`)).filter(reachable);
if (name === null) return found;
const exact = found.filter((element) => nameOf(element) === name);
return part ? found.filter((element) => nameOf(element).includes(name)) : exact;
