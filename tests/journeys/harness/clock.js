// Runs before anything of the guide: moves its time, and notes what goes wrong. The offset in milliseconds stands for OFFSET.
(() => {
  const kept = (() => { try { return sessionStorage.getItem("journey.offset"); } catch { return null; } })();
  // A page that comes from a cache has an old script: the later time holds.
  let offset = Math.max(OFFSET, Number(kept ?? -Infinity));
  let shift = 0;
  const RealDate = Date;
  const wall = Date.now.bind(Date);
  const mono = performance.now.bind(performance);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [wall() + offset], made),
    apply: () => new RealDate(wall() + offset).toString(),
    get: (target, name) => (name === "now" ? () => wall() + offset : Reflect.get(target, name)),
  });
  performance.now = () => mono() + shift;
  const keep = () => { try { sessionStorage.setItem("journey.offset", String(offset)); } catch { /* the server has it */ } };
  keep();

  const faults = (() => { try { return JSON.parse(sessionStorage.getItem("journey.faults")) ?? []; } catch { return []; } })();
  const note = (what) => {
    faults.push(String(what).slice(0, 400));
    try { sessionStorage.setItem("journey.faults", JSON.stringify(faults)); } catch { /* kept for this page */ }
  };
  addEventListener("error", (event) => note(event.message ?? "error"), true);
  addEventListener("unhandledrejection", (event) => note(`rejected: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => note(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  const complain = console.error.bind(console);
  console.error = (...what) => { note(what.join(" ")); complain(...what); };

  globalThis.journey = {
    advance: (milliseconds) => { offset += milliseconds; shift += milliseconds; keep(); },
    faults: () => faults,
  };
})();
