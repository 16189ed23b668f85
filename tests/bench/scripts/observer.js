// Watches a page from its first moment, and answers its questions. All times are milliseconds since the
// navigation of the page began.
if (settings.withoutWasm) delete window.WebAssembly;

const bench = {
  paint: null,
  shift: 0,
  longTasks: [],
  ready: null,
  answered: null,
  steps: [],
  memories: [],
};
window.footingBench = bench;

const watch = (type, each) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
watch("paint", ({ name, startTime }) => {
  if (name === "first-contentful-paint") bench.paint = startTime;
});
watch("longtask", ({ startTime, duration }) => bench.longTasks.push([startTime, duration]));
watch("layout-shift", ({ hadRecentInput, value }) => {
  if (!hadRecentInput) bench.shift += value;
});

// Keeps the memory of each module, to tell its size.
for (const name of typeof WebAssembly === "undefined" ? [] : ["instantiate", "instantiateStreaming"]) {
  const real = WebAssembly[name];
  WebAssembly[name] = async (...parts) => {
    const made = await real.apply(WebAssembly, parts);
    const { exports } = made.instance ?? made;
    bench.memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
}

/** The moment at which a frame has been painted whose script, style and layout are done when this is called
 * in `requestAnimationFrame`: the first task after it. Of the highest priority, so that no task goes before it which
 * the page itself has put off until after the paint. */
const afterFrame = (done) => void scheduler.postTask(() => done(performance.now()), { priority: "user-blocking" });
const nextPaint = () => new Promise((done) => requestAnimationFrame(() => afterFrame(done)));

/** Calls a function at each frame until it returns true. */
const eachFrame = (look) => {
  const step = () => look() || requestAnimationFrame(step);
  step();
};

// From the press of Continue to the paint of the frame that shows another page, or says that it is on its way.
let isRunning = false;
addEventListener(
  "click",
  (event) => {
    if (!isRunning || !driver.isOnward(event.target)) return;
    const before = driver.page();
    let answered = null;
    const look = () => {
      const isNext = driver.page() !== before;
      const isWaiting = !isNext && Boolean(driver.isWaiting?.());
      if (isWaiting && answered === null) {
        answered = 0;
        afterFrame((now) => (answered = now - event.timeStamp));
      }
      if (!isNext) return requestAnimationFrame(look);
      afterFrame((now) => {
        const whole = now - event.timeStamp;
        bench.steps.push({ ms: answered ?? whole, waited: answered === null ? null : whole });
      });
    };
    requestAnimationFrame(look);
  },
  true,
);

if (settings.presses) {
  // Presses the first option and Continue from the first moment on, until another page shows.
  let before = null;
  eachFrame(() => {
    const first = driver.firstInput();
    if (first) before ??= driver.page();
    if (before !== null && ![before, null].includes(driver.page())) {
      afterFrame((now) => (bench.answered = now));
      return true;
    }
    if (first && !first.disabled && !first.checked) first.click();
    const onward = driver.onward();
    if (first && onward && !onward.disabled) onward.click();
    return false;
  });
} else {
  eachFrame(() => {
    const first = driver.firstInput();
    if (!first || first.disabled) return false;
    afterFrame((now) => (bench.ready = now));
    return true;
  });
}

/** Chooses every option that the page asks for, one after the other, and tells how long each took to be
 * painted. */
bench.answer = async (choices) => {
  isRunning = true;
  const times = [];
  const tried = new Set();
  for (let again = true; again; ) {
    again = false;
    for (const choice of choices) {
      const input = driver.input(choice);
      if (!input || input.checked || tried.has(choice)) continue;
      tried.add(choice);
      again = true;
      const from = performance.now();
      input.click();
      times.push((await nextPaint()) - from);
    }
  }
  return { times, isEnd: driver.isEnd() };
};

/** Presses a button of the page by its words, and calls back once it is gone. */
bench.press = (name, done) => {
  const find = () => [...document.querySelectorAll("button")].find((button) => button.textContent === name);
  find().click();
  eachFrame(() => {
    if (find()) return false;
    done(null);
    return true;
  });
};

/** The button that leads to the next page. */
bench.onward = () => driver.onward();

/** What has been seen so far. */
bench.state = () => ({
  origin: performance.timeOrigin,
  paint: bench.paint,
  ready: bench.ready,
  answered: bench.answered,
  shift: bench.shift,
  longTasks: bench.longTasks,
  steps: bench.steps,
  memory: bench.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  now: performance.now(),
  files: performance.getEntries().flatMap(({ entryType, name, responseEnd, encodedBodySize }) =>
    ["navigation", "resource"].includes(entryType) ? [{ url: name, end: responseEnd, bytes: encodedBodySize }] : [],
  ),
});
