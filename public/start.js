/*
 * Starts the page: picks language and look, lets the shell paint, then fetches the app and its words.
 * Plain script, so that it works where the app does not; it stores nothing and knows nothing of the program.
 */
(() => {
  "use strict";
  const script = document.currentScript.dataset;
  const page = document.documentElement;
  const query = new URLSearchParams(location.search);

  // Reading may throw where storage is blocked.
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const look = (() => { try { return JSON.parse(stored("stridewell.look")) ?? {}; } catch { return {}; } })();
  const first = (values, known) => {
    for (const value of values) {
      const short = String(value ?? "").toLowerCase().split("-")[0];
      if (known.includes(short)) return short;
    }
    return known[0];
  };
  const lang = first([query.get("lang"), look.lang, ...(navigator.languages ?? [navigator.language])], ["en", "es"]);
  const theme = first([query.get("theme"), look.theme], ["auto", "light", "dark"]);

  page.lang = lang;
  if (theme !== "auto") page.dataset.theme = theme;
  if (query.get("embed") === "1") page.dataset.embed = "";
  for (const part of document.querySelectorAll("#app > [lang], #trouble > [lang]")) part.hidden = part.lang !== lang;

  // Welcome is for those who come for the first time; all others see the frame until the app is there.
  const place = location.hash.replace(/^#\/?/, "");
  const isKept = () => {
    try { return Object.keys(localStorage).some((key) => key.startsWith("stridewell.")); } catch { return false; }
  };
  const frame = isKept() || (place !== "" && place !== "welcome");
  for (const part of document.querySelectorAll("[data-shell]")) part.hidden = (part.dataset.shell === "frame") !== frame;
  document.body.classList.toggle("has-bar", frame);

  document.getElementById("alone").remove();
  const app = document.getElementById("app");
  const panel = document.getElementById("trouble");

  const download = () => {
    const data = {};
    try {
      for (let at = 0; at < localStorage.length; at += 1) {
        const key = localStorage.key(at);
        if (key.startsWith("stridewell.")) data[key] = localStorage.getItem(key);
      }
    } catch { /* Nothing is stored here, so there is nothing to save. */ }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
    link.download = `stridewell-data-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
  };

  /* kind: "load" the app could not be fetched, "trap" it stopped, "frame" the page around it does not let it run. */
  const trouble = (reason, kind = "trap") => {
    if (!panel.hidden) return;
    console.error("stridewell:", reason);
    app.hidden = true;
    panel.hidden = false;
    for (const part of panel.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== kind;
    for (const part of panel.querySelectorAll("[data-do]")) {
      const what = part.dataset.do;
      if (what === "tab") {
        const own = new URL(location.href);
        own.searchParams.delete("embed");
        part.href = own.href;
        part.hidden = kind !== "frame";
      } else if (what === "reason") part.textContent = kind === "frame" ? "" : String(reason).slice(0, 200);
      else part.hidden = kind === "frame";
    }
    panel.querySelector(`[lang="${lang}"] [data-when="${kind}"] h1`)?.focus();
  };
  panel.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "reload") location.reload();
    if (what === "download") download();
  });

  const trap = (error) => { if (error instanceof WebAssembly.RuntimeError) trouble(error.message, "trap"); };
  addEventListener("error", (event) => trap(event.error));
  addEventListener("unhandledrejection", (event) => trap(event.reason));

  const shared = { lang, theme, frame, started: false, trouble };
  window.stridewell = shared;
  // The app carries a tap out that came before it. The skip link moves the focus and leaves the address, which names a place.
  app.addEventListener("click", (event) => {
    const skip = event.target.closest(".skip");
    if (skip) {
      event.preventDefault();
      app.querySelector(`:scope > div[lang="${lang}"] [data-shell]:not([hidden]) h1`)?.focus();
    }
    const button = event.target.closest("[data-start]");
    if (!button) return;
    shared.started = true;
    button.setAttribute("aria-busy", "true");
  });

  const fetched = async (address, options) => {
    const response = await fetch(address, options);
    if (!response.ok) throw new Error(`${address.split("?")[0]}: ${response.status}`);
    return response;
  };
  const text = (address, options) => fetched(address, options).then((response) => response.text());

  const asked = query.get("clinic");
  if (asked !== null && /^[a-z0-9-]{1,40}$/.test(asked)) shared.clinicSlug = asked;
  else if (asked !== null) console.warn("stridewell: clinic= may have a-z, 0-9 and - only; the default is shown");
  shared.whole = frame || shared.clinicSlug !== undefined;
  const clinic = () => {
    if (!shared.clinicSlug) return Promise.resolve(null);
    return text(`clinics/${shared.clinicSlug}.json`, { signal: AbortSignal.timeout(3000) }).catch((error) => {
      console.warn(`stridewell: the clinic's file could not be read; the default is shown (${error.message})`);
      return null;
    });
  };

  // Welcome can do without the part behind the check. Those who come back, and those who come from a clinic, wait for it.
  const ahead = () => {
    for (const href of [script.later, `content/more-${lang}.txt?v=${script.content}`]) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
      document.head.append(link);
    }
  };

  const start = () => {
    if (shared.whole && script.later) ahead();
    const wasm = fetched(script.wasm);
    const glue = import(new URL(script.js, document.baseURI).href);
    const words = text(`content/words-${lang}.txt?v=${script.content}`);
    Object.assign(shared, { words, clinic: clinic() });
    // A page that is being left gives its fetches up: what comes after a moment is meant.
    const failed = (error) => setTimeout(() => trouble(error.message, failure()), 250);
    words.catch(failed);
    wasm.catch(() => {});
    glue.then((module) => module.default({ module_or_path: wasm })).catch((error) => {
      if (error instanceof WebAssembly.RuntimeError) trap(error);
      else failed(error);
    });
  };
  // In a frame without an origin of its own neither import nor fetch is let through.
  const failure = () => (window.origin === "null" ? "frame" : "load");

  requestAnimationFrame(() => setTimeout(start));
})();
