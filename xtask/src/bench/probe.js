// Notes what the page costs. It runs before the page's own scripts, as the browser's tools do, and not as a part of the page.
(() => {
  const now = performance.now.bind(performance);
  let lcp = 0;
  let busyUntil = 0;
  const interactions = new Map();
  const watch = (type, take, more = {}) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  };
  watch("largest-contentful-paint", (entry) => { lcp = entry.startTime; });
  watch("longtask", (entry) => { busyUntil = Math.max(busyUntil, entry.startTime + entry.duration); });
  watch("event", (entry) => {
    if (entry.interactionId) interactions.set(entry.interactionId, Math.max(entry.duration, interactions.get(entry.interactionId) ?? 0));
  }, { durationThreshold: 16 });

  // A message that is sent in a frame's first callback arrives when style, layout and paint of that frame are done.
  const frames = [];
  const channel = new MessageChannel();
  let open = null;
  channel.port1.onmessage = () => {
    frames.push({ work: open.work, whole: now() - open.begin });
    open = null;
  };
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (call) => request((time) => {
    const begin = now();
    if (open === null) {
      open = { begin, work: 0 };
      channel.port2.postMessage(null);
    }
    const frame = open;
    call(time);
    frame.work += now() - begin;
  });

  globalThis.probe = {
    frames,
    noted: () => ({
      lcp,
      interactive: performance.getEntriesByName("stridewell:interactive")[0]?.startTime ?? null,
      busy_until: busyUntil,
      nodes: document.getElementsByTagName("*").length,
      hosts: [...new Set(performance.getEntriesByType("resource").map((entry) => new URL(entry.name).host))].filter((host) => host !== location.host),
    }),
    taps: () => {
      const found = [...interactions.values()];
      interactions.clear();
      return found;
    },
    go: (link, css, done) => {
      const begin = now();
      document.querySelector(link).click();
      const look = () => {
        if (document.querySelector(css)) setTimeout(() => done(now() - begin));
        else if (now() - begin > 20000) done(null);
        else request(look);
      };
      request(look);
    },
  };
})();
