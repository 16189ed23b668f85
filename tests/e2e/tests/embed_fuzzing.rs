//! Fuzzing of what a host page hands to the check: messages, and attributes of `<footing-check>`.
//!
//! `cargo xtask soak` makes up more of both, from another seed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use command_support::notes::{Withstood, withstood};
use command_support::soak;
use e2e::{Check, Session, Visit};
use fastrand::Rng;
use serde_json::{Value, json};

/// Seed in CI.
const SEED: u64 = 18;

/// Elements in CI. Messages are made up in no time, so there are eight times as many by each route.
const CASES: usize = 240;

/// Messages that a frame gets before it runs, and elements of which one is left to run.
const BATCH: usize = 40;

/// Replaces names of values that JSON does not have, as `{"js": "NaN"}`, by those values.
const REVIVE: &str = "
    const cycle = {}; cycle.footing = cycle;
    let deep = [];
    for (let left = 1000; left; left--) deep = [deep];
    const known = { NaN, Infinity, undefined, bigint: 10n, date: new Date(0), map: new Map([['v', 1]]), cycle, deep,
        buffer: new ArrayBuffer(8), long: 'x'.repeat(1 << 22), error: new TypeError('x'), hole: [, 1], regexp: /x/ };
    const revive = (value) => {
        if (typeof value !== 'object' || value === null) return value;
        if (Array.isArray(value)) return value.map(revive);
        if ('js' in value) return known[value.js];
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revive(inner)]));
    };";

/// Remembers what the frames say, and what goes wrong.
const LISTEN: &str = "<script>
    self.said = [];
    self.wrong = [];
    self.ends = 0;
    addEventListener('message', ({ source, data }) => {
        if (data === 'end') ends++;
        else if (source?.parent === self && source !== self) said.push(data?.footing);
    });
    addEventListener('error', ({ message }) => wrong.push(message));
    addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));
</script>";

#[test]
fn made_up_messages_change_nothing() {
    let mut rng = rng();
    let visit = Visit::to(&format!(
        "{LISTEN}<iframe title='Of the same origin as the check' src='{{site}}/method.html'></iframe>
         <footing-check lazy='false'>{{help}}</footing-check>
         <iframe id='other' title='Other' srcdoc='<script>self.say = (data) => parent.postMessage(data, \"*\")</script>'></iframe>
         {{script}}"
    ));
    let session = &visit.session;
    session.wait_for_embedded();
    let id: String = session.read("return said.find(({ type }) => type === 'ready').id");
    let begun = visit.host.requests().len() + check(&visit).requests().len();
    session.console();
    for route in Route::ALL {
        let messages: Vec<Value> = (0..cases() * 8)
            .map(|_| message(&mut rng, &id, route != Route::CheckToHost))
            .collect();
        match route {
            Route::KinToHost => session.enter_frame(),
            Route::CheckToHost => session.enter_embedded(),
            Route::HostToItself | Route::StrangerToHost | Route::HostToCheck => {}
        }
        post(session, route.script(), &messages);
        session.leave_frame();
        if route != Route::HostToCheck {
            session.wait_until("the last message", || {
                session.read::<u32>("return ends") > 0
            });
        }
        assert_unharmed(session, route);
        let _: Value = session.read("ends = 0; return null;");
    }
    // The next real message of the check still counts.
    session.run_embedded();
    session.leave_frame();
    assert_unharmed(session, "a run to the result");
    let ended = visit.host.requests().len() + check(&visit).requests().len();
    assert_eq!(ended, begun, "requests for made-up messages");
    visit.assert_no_errors();
    withstood(Withstood::Inputs, cases() * 8 * Route::ALL.len());
}

/// The first message that a frame accepts says who its host is, so every one before it can be made up.
#[test]
fn check_runs_whatever_its_host_says_first() {
    let mut rng = rng();
    let visit = Visit::to(&format!(
        "{LISTEN}<footing-check mode='popup'>{{help}}</footing-check>{{script}}"
    ));
    let session = &visit.session;
    let check = check(&visit);
    let rounds = (cases() / BATCH).min(24);
    for round in 0..rounds {
        let messages: Vec<Value> = (0..BATCH).map(|_| message(&mut rng, "x", true)).collect();
        let speak = "document.getElementById('bare').contentWindow.postMessage(data, '*')";
        let _: Value = session.read_with(
            "document.getElementById('bare')?.remove();
             said.length = 0;
             const frame = document.createElement('iframe');
             Object.assign(frame, { id: 'bare', title: 'Bare', src: arguments[0], width: '600', height: '900' });
             document.body.prepend(frame);
             return null;",
            &[json!(check.url("/"))],
        );
        post(session, speak, &messages[..BATCH / 2]);
        session.enter_frame();
        session.wait_until_running();
        session.leave_frame();
        post(session, speak, &messages[BATCH / 2..]);
        session.enter_frame();
        session.click_through_to_result(e2e::CHOICES);
        session.leave_frame();
        assert_unharmed_frames(session, ("round", round));
    }
    visit.assert_no_errors();
    withstood(Withstood::Inputs, rounds * BATCH);
}

#[test]
fn made_up_attributes_leave_help_and_load_nothing_foreign() {
    /// Makes elements, does what a page can do with them, and lists what is wrong after each act.
    const ELEMENTS: &str = "
        const [elements, base, done] = arguments;
        const names = ['slot', 'div', 'iframe', 'a', 'button', 'dialog'];
        const target = /^(|(es|fr|ar|en-CA|fr-CA|en-GB|en-IE|en-AU|en-NZ|en-001)\\.html)(#theme=(light|dark))?$/;
        const faults = (element) => {
            const root = element.shadowRoot;
            const all = [...root.querySelectorAll('*')];
            const frames = root.querySelectorAll('iframe');
            const opener = root.querySelector('.open');
            const found = [];
            const not = (what, detail) => found.push(`${what}: ${detail}`.slice(0, 300));
            for (const one of all) {
                if (!names.includes(one.localName)) not('foreign element', one.localName);
                const url = one.getAttribute('src') ?? one.getAttribute('href');
                if (url !== null && !(url.startsWith(base) && target.test(url.slice(base.length)))) not('address', url);
                if (one.style.minHeight && !/^\\d{1,4}px$/.test(one.style.minHeight)) not('room', one.style.minHeight);
                if (one.style.height && !/^\\d{2,5}px$/.test(one.style.height)) not('height', one.style.height);
            }
            if (frames.length > 1) not('frames', frames.length);
            if (!element.checkVisibility()) not('element', 'hidden');
            if (!element.querySelector('p').checkVisibility() && !frames.length) not('help', 'hidden');
            const label = element.getAttribute('label');
            for (const shown of [opener?.textContent, frames[0]?.title]) {
                if (shown !== undefined && (label ? shown !== label : !shown)) not('label', shown);
            }
            return found;
        };
        const act = (element, [name, key, value]) => {
            if (name === 'set') element.setAttribute(key, value);
            if (name === 'remove') element.removeAttribute(key);
            if (name === 'property') element[key.replace(/-(.)/, (_, letter) => letter.toUpperCase())] = value;
            if (name === 'open') element.open();
            if (name === 'close') element.close();
            if (name === 'move') document.body.append(element);
            if (name === 'away') { const there = element.parentElement; element.remove(); there.append(element); }
        };
        (async () => {
            const found = [];
            for (const { plain, attributes, acts, stays } of elements) {
                const outer = document.createElement(plain ? 'div' : 'footing-check');
                if (plain) outer.dataset.footing = '';
                for (const [name, value] of attributes) outer.setAttribute(plain ? `data-${name}` : name, value);
                outer.innerHTML = '<p>Help</p>';
                document.getElementById('far').append(outer);
                // The observer that replaces plain elements runs after this script.
                while (plain && !outer.querySelector('footing-check')) await new Promise((go) => requestAnimationFrame(go));
                const element = plain ? outer.querySelector('footing-check') : outer;
                for (const step of [[], ...acts]) {
                    try { act(element, step); } catch (thrown) { found.push(`${step}: ${thrown}`.slice(0, 300)); }
                    found.push(...faults(element).map((fault) => `${JSON.stringify({ attributes, step }).slice(0, 600)}: ${fault}`));
                }
                if (stays) {
                    const mode = element.getAttribute('mode');
                    const isLink = mode === 'full-page';
                    const ended = ['ready', 'error'].map((type) =>
                        new Promise((go) => element.addEventListener(`footing:${type}`, () => go(type), { once: true })));
                    if (['popup', 'side-tab'].includes(mode)) element.open();
                    element.scrollIntoView();
                    // Begins anew, so that none of these was told before anybody listened.
                    element.parentElement.append(element);
                    if (['popup', 'side-tab'].includes(mode)) element.open();
                    const end = isLink ? 'ready' : await Promise.race(ended);
                    if (end !== 'ready') found.push(`${JSON.stringify(attributes).slice(0, 600)} ended with ${end}`);
                    found.push(...faults(element));
                }
                element.remove();
                outer.remove();
                scrollTo(0, 0);
            }
            done(found);
        })().catch((thrown) => done([String(thrown)]));";
    let mut rng = rng();
    let visit = Visit::to(&format!(
        "{LISTEN}<footing-check id='usual' lazy='false'>{{help}}</footing-check>
         <div style='height: 9000px'></div><div id='far'></div>{{script}}"
    ));
    let session = &visit.session;
    session.wait_for_embedded();
    session.network();
    session.console();
    let base = check(&visit).url("/");
    let elements: Vec<Value> = (0..cases())
        .map(|at| element(&mut rng, at % BATCH == BATCH - 1))
        .collect();
    for batch in elements.chunks(BATCH) {
        let found: Vec<String> = session.read_later(ELEMENTS, &[json!(batch), json!(base)]);
        assert_eq!(found, Vec::<String>::new());
    }
    let wrong: Vec<String> = session.read("return wrong");
    assert_eq!(wrong, Vec::<String>::new());
    let network = session.network();
    assert!(!network.is_empty(), "some elements load the check");
    let foreign: Vec<_> = network
        .iter()
        .filter(|url| !url.starts_with(&base))
        .collect();
    assert_eq!(foreign, Vec::<&String>::new());
    session.run_embedded();
    session.leave_frame();
    visit.assert_no_errors();
    withstood(Withstood::Inputs, elements.len());
}

/// Who says something to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Route {
    HostToItself,
    StrangerToHost,
    /// From a page of the check's origin that is not the check.
    KinToHost,
    HostToCheck,
    /// As a check whose files were changed. It may navigate the host page, so it asks for no address here.
    CheckToHost,
}

impl Route {
    const ALL: [Route; 5] = [
        Route::HostToItself,
        Route::StrangerToHost,
        Route::KinToHost,
        Route::HostToCheck,
        Route::CheckToHost,
    ];

    /// Posts `data` in the page of the one who speaks.
    fn script(self) -> &'static str {
        match self {
            Route::HostToItself => "window.postMessage(data, '*')",
            Route::StrangerToHost => "document.getElementById('other').contentWindow.say(data)",
            Route::KinToHost | Route::CheckToHost => "parent.postMessage(data, '*')",
            Route::HostToCheck => {
                "document.querySelector('footing-check').shadowRoot.querySelector('iframe').contentWindow.postMessage(data, '*')"
            }
        }
    }
}

/// The seed is printed, so that a failure can be made again.
fn rng() -> Rng {
    let seed = soak::wanted(soak::SEED).unwrap_or(SEED);
    println!("seed {seed}, {} cases", cases());
    Rng::with_seed(seed)
}

fn cases() -> usize {
    soak::wanted(soak::CASES).map_or(CASES, |cases| usize::try_from(cases).unwrap())
}

fn check(visit: &Visit) -> &e2e::Server {
    let Check::Open(check) = &visit.check else {
        panic!("the check is on another site");
    };
    check
}

/// Posts messages and "end" after them, `speak` being how.
fn post(session: &Session, speak: &str, messages: &[Value]) {
    let _: Value = session.read_with(
        &format!(
            "{REVIVE}
             const say = (data) => {{ {speak}; }};
             for (const message of JSON.parse(arguments[0])) say(revive(message));
             say('end');
             return null;"
        ),
        // As text: the driver asks every object of an argument for its own methods.
        &[json!(serde_json::to_string(messages).unwrap())],
    );
}

/// Asserts that host page and check are where they were, and that the check has said nothing unexpected.
fn assert_unharmed(session: &Session, after: impl std::fmt::Debug) {
    let height = session.embedded_height();
    assert!((1..=60_000).contains(&height), "{after:?}: {height} px");
    assert_eq!(session.embedded_frames(), 1, "{after:?}");
    assert!(!session.shows_help(), "{after:?}: the check is shown");
    assert_unharmed_frames(session, after);
}

fn assert_unharmed_frames(session: &Session, after: impl std::fmt::Debug) {
    let page: String = session.read("return location.pathname");
    assert_eq!(page, "/host.html", "{after:?}");
    let wrong: Vec<String> = session.read(
        "const types = ['ready', 'height', 'leave', 'closed', 'error', 'started', 'finished'];
         const isKnown = (one) => one.v === 1 && types.includes(one.type) && typeof one.id === 'string' && /^[\\w-]{1,64}$/.test(one.id) &&
             Object.keys(one).every((key) => ['v', 'type', 'id', 'to', 'height'].includes(key));
         const frames = [...document.querySelectorAll('iframe')].filter(({ id }) => id !== 'other');
         const polluted = Object.keys(Object.prototype).concat('footing' in {} ? ['footing'] : []);
         const odd = frames.some(({ id }) => id === 'bare') ? said.filter((one) => !isKnown(one)) : [];
         return [...wrong, ...polluted, ...odd.map((one) => JSON.stringify(one))];",
    );
    assert_eq!(wrong, Vec::<String>::new(), "{after:?}");
}

/// A message near a real one, with wrong parts. With `leads`, it may ask for another page.
fn message(rng: &mut Rng, id: &str, leads: bool) -> Value {
    const TYPES: [&str; 9] = [
        "hello", "ready", "height", "leave", "closed", "error", "started", "finished", "fail",
    ];
    let mut said = serde_json::Map::new();
    let mut put = |name: &str, usual: Value, rng: &mut Rng| match rng.u8(..10) {
        0 => {}
        1..=2 => drop(said.insert(name.to_owned(), anything(rng, 3))),
        _ => drop(said.insert(name.to_owned(), usual)),
    };
    put("v", json!(1), rng);
    put("type", json!(rng.choice(TYPES)), rng);
    put("id", json!(id), rng);
    put("height", json!(rng.i64(-10..100_000)), rng);
    put("inline", json!(rng.bool()), rng);
    put("events", json!(["started", text(rng)]), rng);
    if rng.bool() {
        said.insert(text(rng), anything(rng, 3));
    }
    let to = if leads && rng.bool() {
        json!("https://evil.example/gone")
    } else {
        let target = anything(rng, 3);
        let is_address = target.as_str().is_some_and(|to| to.starts_with("http"));
        if is_address { Value::Null } else { target }
    };
    said.insert("to".to_owned(), to);
    match rng.u8(..12) {
        0 => anything(rng, 4),
        1 => json!({ "footing": anything(rng, 4) }),
        2 => json!({ "__proto__": { "footing": said } }),
        3 => json!([{ "footing": said }]),
        _ => json!({ "footing": said }),
    }
}

/// Any value that a message can carry.
fn anything(rng: &mut Rng, depth: u8) -> Value {
    const MORE: [&str; 13] = [
        "NaN",
        "Infinity",
        "undefined",
        "bigint",
        "date",
        "map",
        "cycle",
        "deep",
        "buffer",
        "long",
        "error",
        "hole",
        "regexp",
    ];
    match rng.u8(..if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2 => json!(rng.i64(..)),
        3 => json!(rng.choice([0.5, -0.0, 1e300, f64::MIN_POSITIVE])),
        4 => json!(text(rng)),
        5 => json!({ "js": rng.choice(MORE) }),
        6 => (0..rng.u8(..4)).map(|_| anything(rng, depth - 1)).collect(),
        // No text and no number can be made of it.
        7 => json!({ "toString": anything(rng, depth - 1), "valueOf": null }),
        _ => (0..rng.u8(..4))
            .map(|_| (text(rng), anything(rng, depth - 1)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// Text that pages, scripts and people trip over, and now and then very long.
fn text(rng: &mut Rng) -> String {
    const PARTS: [&str; 24] = [
        "",
        "-1",
        "0",
        "99999",
        "480",
        "1e9",
        "<b onclick=alert(1)>",
        "<script>self.hacked = 1</script>",
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example/x",
        "url(//evil.example/x)",
        "../../x",
        "__proto__",
        "constructor",
        "toString",
        "\u{202e}",
        "\u{200b}",
        "\0",
        "\n",
        "%",
        "#theme=dark",
        "&amp;'\"",
        "\u{1f600}",
    ];
    let mut text = String::new();
    for _ in 0..rng.u8(1..4) {
        match rng.u8(..6) {
            0 => text.extend((0..rng.u8(..8)).map(|_| rng.char(..))),
            _ => text.push_str(rng.choice(PARTS).unwrap()),
        }
    }
    if rng.u8(..) == 0 {
        text = text.repeat(5_000);
    }
    text
}

/// A `<footing-check>`, what a page does with it, and whether it is left until it runs.
fn element(rng: &mut Rng, stays: bool) -> Value {
    let attributes: Vec<(String, String)> = (0..rng.u8(..8)).map(|_| attribute(rng)).collect();
    let acts: Vec<Value> = (0..rng.u8(..8))
        .map(|_| {
            let (name, value) = attribute(rng);
            match rng.u8(..9) {
                0..=2 => json!(["set", name, value]),
                3 => json!(["remove", name]),
                4 if name == "lang" || name == "isolation" => json!(["move"]),
                4 => json!([
                    "property",
                    name,
                    if rng.bool() {
                        json!(value)
                    } else {
                        json!(null)
                    }
                ]),
                5 => json!(["open"]),
                6 => json!(["close"]),
                7 => json!(["move"]),
                _ => json!(["away"]),
            }
        })
        .collect();
    json!({ "plain": rng.u8(..4) == 0, "attributes": attributes, "acts": acts, "stays": stays })
}

/// An attribute with a value that it knows, or any other.
fn attribute(rng: &mut Rng) -> (String, String) {
    const KNOWN: [(&str, &[&str]); 9] = [
        (
            "mode",
            &[
                "inline",
                "popup",
                "side-tab",
                "full-page",
                "INLINE",
                "toString",
            ],
        ),
        ("label", &["A self-check", "", " "]),
        (
            "min-height",
            &[
                "fill", "480", "5", "99999", "0480", "-480", "480px", "100vh",
            ],
        ),
        ("lazy", &["false", "true", ""]),
        (
            "offset",
            &["1em", "16px", "-9999px", "calc(1px", "var(--x)"],
        ),
        (
            "events",
            &["started", "finished started", "ready error  leave"],
        ),
        ("theme", &["light", "dark", "DARK", "hasOwnProperty"]),
        (
            "lang",
            &[
                "en",
                "es",
                "fr-CA",
                "en-GB",
                "AR",
                "en-001",
                "en-xx",
                "constructor",
                "es-../x",
            ],
        ),
        ("isolation", &["shadow", "none"]),
    ];
    let (name, values) = rng.choice(KNOWN).unwrap();
    let value = if rng.bool() {
        (*rng.choice(values).unwrap()).to_owned()
    } else {
        text(rng)
    };
    (name.to_owned(), value)
}
