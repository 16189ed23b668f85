//! The settings under which subjects are compared, written down for readers of the report.

/// What is the same for all, in sentences.
pub const SAME_FOR_ALL: &[&str] = &[
    "One server on this computer, HTTP/1.1 without TLS, serves every file compressed with brotli (quality 11, window 22).",
    "One browser shows every page, in turns: each repetition visits every subject, so that a slow minute slows them all.",
    "Network and processor are slowed down over CDP: 1.6 Mbit/s down, 750 kbit/s up, 150 ms for each request; the processor 4 times slower. The window is 360 by 740 CSS pixels.",
    "Before a first visit the browser's cache and storage are emptied. A repeat visit follows a first visit directly. HTML is revalidated; peers' scripts and styles are kept as if their names had a content hash.",
    "Peers are pinned by lock file and are production builds: SurveyJS and Preact bundled and minified by esbuild with their questions inside, LForms as its makers publish it. No peer waits for a second file with its questions.",
    "SurveyJS is measured with `survey-js-ui`, the lightest of its renderers, and with its style sheet without fonts. Its React renderer would add React.",
    "Every peer asks the questions of the check, from the same files: the same pages, options and conditions. The same story is answered in each.",
];

/// How each figure is measured.
pub const METHODS: &[&str] = &[
    "First paint is the browser's first contentful paint. In a frame it is that of the frame's page, counted from the start of the page around it.",
    "A first question is answered at the first painted page after a press on its first option and on Continue; a script presses both in every frame from the first moment on. LForms has no Continue: there it is the first option that shows as chosen.",
    "What had arrived by then counts as needed for the first answer, whether or not the answer needed it.",
    "Blocking is the time of all long tasks of a visit, each without its first 50 ms, until the page has been quiet for a second.",
    "Continue to next paint: a real mouse click, from the time stamp of its event to the first task after the frame that shows another page, or that says that it is on its way, a task of the highest priority: then the wait for files counts apart. An option is pressed by script, and counts until the first task after the next frame. Percentiles are of one run, and the table has their median.",
    "Bytes and requests are counted by the server: those of the service worker too.",
    "Heap is the JavaScript heap after forced garbage collection at the end of a run.",
];

/// What the comparison cannot tell.
pub const LIMITS: &[&str] = &[
    "A gap counts as an answer in the engine alone: where a question left empty asks another, no peer asks it.",
    "Peers end after the last question. Only Footing weighs the answers, so the step to the result is its alone.",
    "LForms shows all questions on one page. It has no Continue, and its options draw the questions that follow.",
    "Footing shows a page that is higher than a phone in parts, so it has more presses of Continue than a peer.",
    "The slowed network is that of the page: what a service worker loads is not slowed. The page around the frame is of the same site, so that both are in one process and equally slowed.",
    "Without WebAssembly means that scripts find none; the browser still compiles JavaScript, which Lockdown Mode does not. The module's files that the page names ahead still load.",
    "Times are of this computer and its load. Compare them within one table alone; ratios travel better.",
];
